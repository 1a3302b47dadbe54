package dev.triggerview.repository;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Example;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.jpa.domain.PredicateSpecification;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.data.jpa.repository.query.EscapeCharacter;
import org.springframework.data.jpa.repository.support.CrudMethodMetadata;
import org.springframework.data.jpa.repository.support.JpaEntityInformation;
import org.springframework.data.projection.ProjectionFactory;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.query.FluentQuery.FetchableFluentQuery;
import org.springframework.transaction.annotation.Transactional;

/**
 * The base class of every read-only repository: reads as Spring Data JPA does, and cannot
 * write.
 */
@NoRepositoryBean
@Transactional(readOnly = true)
class ReadOnlyJpaRepository<T, ID> extends WriteRefusingRepository<T, ID> implements ViewRepository<T, ID> {

	private final Reader<T, ID> reader;

	ReadOnlyJpaRepository(JpaEntityInformation<T, ?> entity, EntityManager entityManager) {
		super(entity.getJavaType(), entityManager);
		this.reader = new Reader<>(EmbeddedKey.orOther(entity, entityManager), entityManager);
	}

	@Override
	public void setEscapeCharacter(EscapeCharacter escapeCharacter) {
		this.reader.setEscapeCharacter(escapeCharacter);
	}

	@Override
	public void setProjectionFactory(ProjectionFactory projectionFactory) {
		this.reader.setProjectionFactory(projectionFactory);
	}

	@Override
	public void setRepositoryMethodMetadata(CrudMethodMetadata metadata) {
		this.reader.setRepositoryMethodMetadata(metadata);
	}

	@Override
	public Optional<T> findById(ID id) {
		return this.reader.findById(id);
	}

	@Override
	public <R> Optional<R> findById(ID id, Class<R> type) {
		return findOne(this.reader.hasId(id), type);
	}

	@Override
	public List<T> findAllById(Iterable<ID> ids) {
		return this.reader.findAllById(ids);
	}

	@Override
	public <R> List<R> findAllById(Iterable<ID> ids, Class<R> type) {
		return findAll(this.reader.hasIdIn(ids), type);
	}

	@Override
	public boolean existsById(ID id) {
		return this.reader.existsById(id);
	}

	@Override
	public T getReferenceById(ID id) {
		return this.reader.getReferenceById(id);
	}

	@Override
	@Deprecated
	public T getOne(ID id) {
		return getReferenceById(id);
	}

	@Override
	@Deprecated
	public T getById(ID id) {
		return getReferenceById(id);
	}

	@Override
	public List<T> findAll() {
		return findAll(Sort.unsorted());
	}

	@Override
	public <R> List<R> findAll(Class<R> type) {
		return findAll(Specification.unrestricted(), type);
	}

	@Override
	public List<T> findAll(Sort sort) {
		return findAll(Specification.unrestricted(), sort);
	}

	@Override
	public <R> List<R> findAll(Sort sort, Class<R> type) {
		return findAll(Specification.unrestricted(), sort, type);
	}

	@Override
	public Page<T> findAll(Pageable pageable) {
		return this.reader.findAll(pageable);
	}

	@Override
	public <R> Page<R> findAll(Pageable pageable, Class<R> type) {
		return findAll(Specification.unrestricted(), pageable, type);
	}

	@Override
	public Slice<T> findSlice(Pageable pageable) {
		return findSlice(Specification.unrestricted(), pageable);
	}

	@Override
	public <R> Slice<R> findSlice(Pageable pageable, Class<R> type) {
		return findSlice(Specification.unrestricted(), pageable, type);
	}

	@Override
	public Window<T> scroll(ScrollPosition position, Sort sort, Limit limit) {
		return scroll(position, sort, limit, this.reader.entity());
	}

	@Override
	public <R> Window<R> scroll(ScrollPosition position, Sort sort, Limit limit, Class<R> type) {
		return query(Specification.unrestricted(), type,
				(query) -> query.sortBy(sort).limit(limit.max()).scroll(position));
	}

	@Override
	public Stream<T> streamAll(Sort sort, int fetchSize) {
		return streamAll(Specification.unrestricted(), sort, fetchSize);
	}

	@Override
	public <R> Stream<R> streamAll(Sort sort, int fetchSize, Class<R> type) {
		return streamAll(Specification.unrestricted(), sort, fetchSize, type);
	}

	@Override
	public long count() {
		return this.reader.count();
	}

	@Override
	public Optional<T> findOne(Specification<T> specification) {
		return this.reader.findOne(specification);
	}

	@Override
	public <R> Optional<R> findOne(Specification<T> specification, Class<R> type) {
		return query(specification, type, FetchableFluentQuery::one);
	}

	@Override
	public List<T> findAll(Specification<T> specification) {
		return this.reader.findAll(specification);
	}

	@Override
	public <R> List<R> findAll(Specification<T> specification, Class<R> type) {
		return query(specification, type, FetchableFluentQuery::all);
	}

	@Override
	public List<T> findAll(Specification<T> specification, Sort sort) {
		return this.reader.entity().isRecord() ? findAll(specification, sort, this.reader.entity())
				: this.reader.findAll(specification, sort);
	}

	@Override
	public <R> List<R> findAll(Specification<T> specification, Sort sort, Class<R> type) {
		return query(specification, type, (query) -> query.sortBy(sort).all());
	}

	@Override
	public Page<T> findAll(Specification<T> specification, Pageable pageable) {
		return this.reader.findAll(specification, pageable);
	}

	@Override
	public Page<T> findAll(Specification<T> specification, Specification<T> countSpecification, Pageable pageable) {
		return this.reader.findAll(specification, countSpecification, pageable);
	}

	@Override
	public <R> Page<R> findAll(Specification<T> specification, Pageable pageable, Class<R> type) {
		return query(specification, type, (query) -> query.page(pageable));
	}

	@Override
	public Slice<T> findSlice(Specification<T> specification, Pageable pageable) {
		return findSlice(specification, pageable, this.reader.entity());
	}

	@Override
	public <R> Slice<R> findSlice(Specification<T> specification, Pageable pageable, Class<R> type) {
		return query(specification, type, (query) -> query.slice(pageable));
	}

	@Override
	public Stream<T> streamAll(Specification<T> specification, Sort sort, int fetchSize) {
		return this.reader.stream(specification, sort, fetchSize);
	}

	@Override
	public <R> Stream<R> streamAll(Specification<T> specification, Sort sort, int fetchSize, Class<R> type) {
		return this.reader.stream(specification, sort, fetchSize, type);
	}

	@Override
	public long count(Specification<T> specification) {
		return this.reader.count(specification);
	}

	@Override
	public boolean exists(Specification<T> specification) {
		return this.reader.exists(specification);
	}

	@Override
	public <S extends T, R extends @Nullable Object> R findBy(Specification<T> specification,
			Function<? super SpecificationFluentQuery<S>, R> query) {
		return this.reader.findBy(specification, query);
	}

	@Override
	public Optional<T> findOne(PredicateSpecification<T> specification) {
		return findOne(Specification.where(specification));
	}

	@Override
	public List<T> findAll(PredicateSpecification<T> specification) {
		return findAll(Specification.where(specification));
	}

	@Override
	public long count(PredicateSpecification<T> specification) {
		return count(Specification.where(specification));
	}

	@Override
	public boolean exists(PredicateSpecification<T> specification) {
		return exists(Specification.where(specification));
	}

	@Override
	public <S extends T, R extends @Nullable Object> R findBy(PredicateSpecification<T> specification,
			Function<? super SpecificationFluentQuery<S>, R> query) {
		return findBy(Specification.<T>where(specification), query);
	}

	@Override
	public <S extends T> Optional<S> findOne(Example<S> example) {
		return this.reader.findOne(example);
	}

	@Override
	public <S extends T> List<S> findAll(Example<S> example) {
		return this.reader.findAll(example);
	}

	@Override
	public <S extends T> List<S> findAll(Example<S> example, Sort sort) {
		return this.reader.findAll(example, sort);
	}

	@Override
	public <S extends T> Page<S> findAll(Example<S> example, Pageable pageable) {
		return this.reader.findAll(example, pageable);
	}

	@Override
	public <S extends T> long count(Example<S> example) {
		return this.reader.count(example);
	}

	@Override
	public <S extends T> boolean exists(Example<S> example) {
		return this.reader.exists(example);
	}

	@Override
	public <S extends T, R extends @Nullable Object> R findBy(Example<S> example,
			Function<FetchableFluentQuery<S>, R> query) {
		return this.reader.findBy(example, query);
	}

	private <R, X> X query(Specification<T> specification, Class<R> type,
			Function<SpecificationFluentQuery<R>, X> run) {
		return type.isRecord() ? run.apply(new RecordQuery<>(this.reader, specification, type))
				: this.reader.<T, X>findBy(specification, (query) -> run.apply(query.as(type)));
	}

}
