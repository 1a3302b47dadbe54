package dev.triggerview.repository;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import org.hibernate.jpa.HibernateHints;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.Example;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.jpa.convert.QueryByExamplePredicateBuilder;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor.SpecificationFluentQuery;
import org.springframework.data.jpa.repository.query.EscapeCharacter;
import org.springframework.data.jpa.repository.query.KeysetScrollSpecification;
import org.springframework.data.jpa.repository.query.QueryUtils;
import org.springframework.data.jpa.repository.query.ScrollDelegate;
import org.springframework.data.jpa.repository.support.JpaEntityInformation;
import org.springframework.data.jpa.repository.support.SimpleJpaRepository;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.core.support.SurroundingTransactionDetectorMethodInterceptor;
import org.springframework.data.repository.query.FluentQuery.FetchableFluentQuery;
import org.springframework.util.Assert;

/**
 * Spring Data's own repository, with records. A view that is mapped to a record has no
 * entity that could be selected: there, every query selects the columns of the record.
 */
@NoRepositoryBean
final class Reader<T, ID> extends SimpleJpaRepository<T, ID> {

	/** Spring Data returns the same each time; another one would be read as criteria. */
	private static final Specification<?> EVERY_ROW = Specification.unrestricted();

	private final JpaEntityInformation<T, ?> entity;

	private final EntityManager entityManager;

	private final Map<Class<?>, RecordColumns> columns = new ConcurrentHashMap<>();

	private EscapeCharacter escapeCharacter = EscapeCharacter.DEFAULT;

	Reader(JpaEntityInformation<T, ?> entity, EntityManager entityManager) {
		super(entity, entityManager);
		this.entity = entity;
		this.entityManager = entityManager;
	}

	@Override
	public void setEscapeCharacter(EscapeCharacter escapeCharacter) {
		super.setEscapeCharacter(escapeCharacter);
		this.escapeCharacter = escapeCharacter;
	}

	Class<T> entity() {
		return getDomainClass();
	}

	Specification<T> hasId(ID id) {
		if (!this.entity.hasCompositeId()) {
			return (root, query, builder) -> builder.equal(root.get(this.entity.getRequiredIdAttribute()), id);
		}
		return Specification.allOf(this.entity.getIdAttributeNames()
			.stream()
			.<Specification<T>>map((name) -> (root, query, builder) -> builder.equal(root.get(name),
					this.entity.getCompositeIdAttributeValue(id, name)))
			.toList());
	}

	Specification<T> hasIdIn(Iterable<ID> ids) {
		List<Specification<T>> each = new ArrayList<>();
		ids.forEach((id) -> each.add(hasId(id)));
		return each.isEmpty() ? (root, query, builder) -> builder.disjunction() : Specification.anyOf(each);
	}

	/**
	 * Streams entities, of which the persistence context holds one at a time: otherwise
	 * it would hold all of them until the end of the transaction.
	 */
	Stream<T> stream(Specification<T> specification, Sort sort, int fetchSize) {
		requireTransactionOfCaller();
		TypedQuery<T> query = getQuery(specification, sort).setHint(HibernateHints.HINT_FETCH_SIZE, fetchSize);
		return entity().isRecord() ? query.getResultStream()
				: DetachedRows.of(query.getResultStream(), this.entityManager);
	}

	<R> Stream<R> stream(Specification<T> specification, Sort sort, int fetchSize, Class<R> type) {
		requireTransactionOfCaller();
		TypedQuery<R> query = records(specification, sort, type);
		return query.setHint(HibernateHints.HINT_FETCH_SIZE, fetchSize).getResultStream();
	}

	/** The transaction of the method itself is over before the first row is read. */
	private void requireTransactionOfCaller() {
		if (!SurroundingTransactionDetectorMethodInterceptor.INSTANCE.isSurroundingTransactionActive()) {
			throw new InvalidDataAccessApiUsageException("A stream of " + entity().getSimpleName()
					+ " reads its rows while they are consumed, and needs a transaction that lasts so long: consume and close it"
					+ " in a method with @Transactional(readOnly = true)");
		}
	}

	<R> TypedQuery<R> records(Specification<T> specification, Sort sort, Class<R> type) {
		return records(specification, entity(), sort, type);
	}

	private <S extends T, R> TypedQuery<R> records(Specification<S> specification, Class<S> entity, Sort sort,
			Class<R> type) {
		RecordColumns columns = this.columns.computeIfAbsent(type,
				(key) -> RecordColumns.of(key, this.entityManager.getMetamodel().entity(entity())));
		String allRows = (specification == EVERY_ROW) ? columns.allRows(sort) : null;
		TypedQuery<R> query = (allRows != null) ? this.entityManager.createQuery(allRows, type)
				: criteria(specification, entity, sort, type, columns);
		getQueryHints().forEach(query::setHint);
		return query;
	}

	/**
	 * Hibernate keeps the plan of a query that nothing restricts, and of one with
	 * parameters where the application says so.
	 */
	private <S extends T, R> TypedQuery<R> criteria(Specification<S> specification, Class<S> entity, Sort sort,
			Class<R> type, RecordColumns columns) {
		CriteriaBuilder builder = this.entityManager.getCriteriaBuilder();
		CriteriaQuery<R> criteria = builder.createQuery(type);
		Root<S> root = restrict(criteria, specification, entity);
		criteria.select(builder.construct(type, columns.in(root)));
		criteria.orderBy(QueryUtils.toOrders(sort, root, builder));
		TypedQuery<R> query = this.entityManager.createQuery(criteria);
		return (criteria.getRestriction() == null) ? query.setHint(HibernateHints.HINT_QUERY_PLAN_CACHEABLE, true)
				: query;
	}

	private <S> Root<S> restrict(CriteriaQuery<?> criteria, Specification<S> specification, Class<S> entity) {
		Root<S> root = criteria.from(entity);
		Predicate predicate = specification.toPredicate(root, criteria, this.entityManager.getCriteriaBuilder());
		if (predicate != null) {
			criteria.where(predicate);
		}
		return root;
	}

	<R> Window<R> after(KeysetScrollPosition position, RecordQuery<T, R> query) {
		Assert.state(!entity().isRecord(), () -> "The rows of " + entity().getName()
				+ " have no key, so there is no keyset to scroll by; scroll by offset.");
		KeysetScrollSpecification<T> after = new KeysetScrollSpecification<>(position, query.sort(), this.entity);
		return window(query.and(after).sorted(after.sort()).query(), after.sort(), position);
	}

	@SuppressWarnings("unchecked")
	<R> Window<R> window(TypedQuery<R> query, Sort sort, ScrollPosition position) {
		return new Windows<>((JpaEntityInformation<R, ?>) this.entity).scroll(query, sort, position);
	}

	@Override
	protected <S extends T> TypedQuery<S> getQuery(Specification<S> specification, Class<S> entity, Sort sort) {
		return entity.isRecord() ? records(specification, entity, sort, entity)
				: super.getQuery(specification, entity, sort);
	}

	/** Counts rows: the identifier of a record may be null. */
	@Override
	protected <S extends T> TypedQuery<Long> getCountQuery(Specification<S> specification, Class<S> entity) {
		if (!entity.isRecord()) {
			return super.getCountQuery(specification, entity);
		}
		HibernateCriteriaBuilder builder = (HibernateCriteriaBuilder) this.entityManager.getCriteriaBuilder();
		CriteriaQuery<Long> criteria = builder.createQuery(Long.class);
		restrict(criteria, specification, entity);
		return this.entityManager.createQuery(criteria.select(builder.count()));
	}

	@Override
	@SuppressWarnings("unchecked")
	public <S extends T, R extends @Nullable Object> R findBy(Specification<T> specification,
			Function<? super SpecificationFluentQuery<S>, R> query) {
		return entity().isRecord()
				? query.apply((SpecificationFluentQuery<S>) new RecordQuery<>(this, specification, entity()))
				: super.findBy(specification, query);
	}

	@Override
	@SuppressWarnings("unchecked")
	public <S extends T, R extends @Nullable Object> R findBy(Example<S> example,
			Function<FetchableFluentQuery<S>, R> query) {
		Specification<S> like = (root, criteria, builder) -> QueryByExamplePredicateBuilder.getPredicate(root, builder,
				example, this.escapeCharacter);
		return entity().isRecord() ? this.<S, R>findBy((Specification<T>) like, query::apply)
				: super.findBy(example, query);
	}

	/** Spring Data's windows, whose positions are taken from records too. */
	private static final class Windows<R> extends ScrollDelegate<R> {

		Windows(JpaEntityInformation<R, ?> entity) {
			super(entity);
		}

	}

}
