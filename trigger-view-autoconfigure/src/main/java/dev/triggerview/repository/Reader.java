package dev.triggerview.repository;

import java.util.Collection;
import java.util.stream.Stream;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import org.hibernate.jpa.HibernateHints;

import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.data.jpa.repository.query.QueryUtils;
import org.springframework.data.jpa.repository.support.JpaEntityInformation;
import org.springframework.data.jpa.repository.support.SimpleJpaRepository;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.util.Streamable;

/** Spring Data's own repository, with what it does not offer to its users. */
@NoRepositoryBean
final class Reader<T, ID> extends SimpleJpaRepository<T, ID> {

	private final JpaEntityInformation<T, ?> entity;

	private final EntityManager entityManager;

	Reader(JpaEntityInformation<T, ?> entity, EntityManager entityManager) {
		super(entity, entityManager);
		this.entity = entity;
		this.entityManager = entityManager;
	}

	Class<T> entity() {
		return getDomainClass();
	}

	Specification<T> hasId(ID id) {
		return (root, query, builder) -> builder.equal(root.get(this.entity.getRequiredIdAttribute()), id);
	}

	Specification<T> hasIdIn(Iterable<ID> ids) {
		Collection<ID> values = Streamable.of(ids).toList();
		return (root, query, builder) -> root.get(this.entity.getRequiredIdAttribute()).in(values);
	}

	/**
	 * Streams entities, of which the persistence context holds one at a time: otherwise
	 * it would hold all of them until the end of the transaction.
	 */
	Stream<T> stream(Specification<T> specification, Sort sort, int fetchSize) {
		TypedQuery<T> query = getQuery(specification, sort).setHint(HibernateHints.HINT_FETCH_SIZE, fetchSize);
		return DetachedRows.of(query.getResultStream(), this.entityManager);
	}

	<R> Stream<R> stream(Specification<T> specification, Sort sort, int fetchSize, Class<R> type) {
		TypedQuery<R> query = records(specification, sort, type);
		return query.setHint(HibernateHints.HINT_FETCH_SIZE, fetchSize).getResultStream();
	}

	private <R> TypedQuery<R> records(Specification<T> specification, Sort sort, Class<R> type) {
		CriteriaBuilder builder = this.entityManager.getCriteriaBuilder();
		CriteriaQuery<R> query = builder.createQuery(type);
		Root<T> root = query.from(entity());
		Predicate predicate = specification.toPredicate(root, query, builder);
		if (predicate != null) {
			query.where(predicate);
		}
		query.select(builder.construct(type, RecordColumns.of(type).in(root)));
		query.orderBy(QueryUtils.toOrders(sort, root, builder));
		return this.entityManager.createQuery(query);
	}

}
