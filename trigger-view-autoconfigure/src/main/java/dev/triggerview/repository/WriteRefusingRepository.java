package dev.triggerview.repository;

import java.util.List;

import dev.triggerview.view.ReadOnlyViewException;
import jakarta.persistence.EntityManager;
import org.hibernate.engine.spi.SessionFactoryImplementor;

import org.springframework.data.jpa.domain.DeleteSpecification;
import org.springframework.data.jpa.domain.UpdateSpecification;
import org.springframework.data.jpa.repository.support.JpaRepositoryImplementation;
import org.springframework.data.repository.NoRepositoryBean;

/**
 * The writing half of Spring Data JPA's contract, refused. Spring Data asks the base
 * class of a repository for the whole contract; this one inherits no implementation, so
 * that a method which a later Spring Data adds is refused until it is allowed here.
 */
@NoRepositoryBean
abstract class WriteRefusingRepository<T, ID> implements JpaRepositoryImplementation<T, ID> {

	private final Class<T> entity;

	private final EntityManager entityManager;

	WriteRefusingRepository(Class<T> entity, EntityManager entityManager) {
		this.entity = entity;
		this.entityManager = entityManager;
	}

	final ReadOnlyViewException refused(String operation) {
		String view = this.entityManager.getEntityManagerFactory()
			.unwrap(SessionFactoryImplementor.class)
			.getMappingMetamodel()
			.getEntityDescriptor(this.entity)
			.getMappedTableDetails()
			.getTableName();
		return new ReadOnlyViewException(this.entity.getName(), view, operation);
	}

	@Override
	public final <S extends T> S save(S entity) {
		throw refused("save");
	}

	@Override
	public final <S extends T> S saveAndFlush(S entity) {
		throw refused("saveAndFlush");
	}

	@Override
	public final <S extends T> List<S> saveAll(Iterable<S> entities) {
		throw refused("saveAll");
	}

	@Override
	public final <S extends T> List<S> saveAllAndFlush(Iterable<S> entities) {
		throw refused("saveAllAndFlush");
	}

	@Override
	public final void flush() {
		throw refused("flush");
	}

	@Override
	public final long update(UpdateSpecification<T> specification) {
		throw refused("update");
	}

	@Override
	public final long delete(DeleteSpecification<T> specification) {
		throw refused("delete");
	}

	@Override
	public final void delete(T entity) {
		throw refused("delete");
	}

	@Override
	public final void deleteById(ID id) {
		throw refused("deleteById");
	}

	@Override
	public final void deleteAllById(Iterable<? extends ID> ids) {
		throw refused("deleteAllById");
	}

	@Override
	public final void deleteAllByIdInBatch(Iterable<ID> ids) {
		throw refused("deleteAllByIdInBatch");
	}

	@Override
	public final void deleteAll(Iterable<? extends T> entities) {
		throw refused("deleteAll");
	}

	@Override
	public final void deleteAll() {
		throw refused("deleteAll");
	}

	@Override
	public final void deleteAllInBatch(Iterable<T> entities) {
		throw refused("deleteAllInBatch");
	}

	@Override
	public final void deleteAllInBatch() {
		throw refused("deleteAllInBatch");
	}

}
