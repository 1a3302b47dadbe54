package dev.triggerview.repository;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.PredicateSpecification;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor.SpecificationFluentQuery;
import org.springframework.data.repository.NoRepositoryBean;

/**
 * Reads the rows of a view that satisfy a {@link Specification}: the reading half of
 * Spring Data's {@code JpaSpecificationExecutor}, with slices and records.
 *
 * @param <T> what a row is mapped to
 */
@NoRepositoryBean
public interface SpecificationQueries<T> {

	/**
	 * Return the only row that satisfies the specification, empty when none does.
	 * @throws org.springframework.dao.IncorrectResultSizeDataAccessException when several
	 * do
	 */
	Optional<T> findOne(Specification<T> specification);

	/** Return the only row that satisfies the specification as a record. */
	<R> Optional<R> findOne(Specification<T> specification, Class<R> type);

	/** Return the rows that satisfy the specification, in no particular order. */
	List<T> findAll(Specification<T> specification);

	/** Return the rows that satisfy the specification as records. */
	<R> List<R> findAll(Specification<T> specification, Class<R> type);

	/** Return the rows that satisfy the specification in the given order. */
	List<T> findAll(Specification<T> specification, Sort sort);

	/** Return the rows that satisfy the specification as records in the given order. */
	<R> List<R> findAll(Specification<T> specification, Sort sort, Class<R> type);

	/** Return one page of the rows that satisfy the specification. */
	Page<T> findAll(Specification<T> specification, Pageable pageable);

	/** Return one page of the rows that satisfy the specification as records. */
	<R> Page<R> findAll(Specification<T> specification, Pageable pageable, Class<R> type);

	/**
	 * Return one slice of the rows that satisfy the specification; they are never
	 * counted.
	 */
	Slice<T> findSlice(Specification<T> specification, Pageable pageable);

	/** Return one slice of the rows that satisfy the specification as records. */
	<R> Slice<R> findSlice(Specification<T> specification, Pageable pageable, Class<R> type);

	/**
	 * Return the rows that satisfy the specification one after the other, without holding
	 * them in memory. The caller closes the stream and surrounds its use with a
	 * transaction. An entity is detached when the next one is read.
	 * @param fetchSize the number of rows that one round trip to the database brings
	 */
	Stream<T> streamAll(Specification<T> specification, Sort sort, int fetchSize);

	/** Return the rows that satisfy the specification one after the other as records. */
	<R> Stream<R> streamAll(Specification<T> specification, Sort sort, int fetchSize, Class<R> type);

	/** Return the number of rows that satisfy the specification. */
	long count(Specification<T> specification);

	/** Return whether a row satisfies the specification. */
	boolean exists(Specification<T> specification);

	/**
	 * Build and run a query in one expression, as in
	 * {@code findBy(overdue, (query) -> query.as(Invoice.class).sortBy(date).slice(page))}.
	 * @param query builds the query and returns its result, never the query itself
	 */
	<S extends T, R extends @Nullable Object> R findBy(Specification<T> specification,
			Function<? super SpecificationFluentQuery<S>, R> query);

	/** Return the only row that satisfies the specification, empty when none does. */
	Optional<T> findOne(PredicateSpecification<T> specification);

	/** Return the rows that satisfy the specification, in no particular order. */
	List<T> findAll(PredicateSpecification<T> specification);

	/** Return the number of rows that satisfy the specification. */
	long count(PredicateSpecification<T> specification);

	/** Return whether a row satisfies the specification. */
	boolean exists(PredicateSpecification<T> specification);

	/** Build and run a query in one expression. */
	<S extends T, R extends @Nullable Object> R findBy(PredicateSpecification<T> specification,
			Function<? super SpecificationFluentQuery<S>, R> query);

}
