package dev.triggerview.repository;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.repository.NoRepositoryBean;

/**
 * Reads the rows of a view. Methods with a {@code Class} as last parameter return records
 * whose components are named like the attributes of {@code T}.
 *
 * @param <T> what a row is mapped to
 */
@NoRepositoryBean
public interface ViewQueries<T> extends SpecificationQueries<T>, ExampleQueries<T> {

	/** Return all rows, in no particular order. */
	List<T> findAll();

	/** Return all rows as records, in no particular order. */
	<R> List<R> findAll(Class<R> type);

	/** Return all rows in the given order. */
	List<T> findAll(Sort sort);

	/** Return all rows as records in the given order. */
	<R> List<R> findAll(Sort sort, Class<R> type);

	/**
	 * Return one page of the rows. It counts all rows unless the page shows their end.
	 */
	Page<T> findAll(Pageable pageable);

	/** Return one page of the rows as records. */
	<R> Page<R> findAll(Pageable pageable, Class<R> type);

	/** Return one slice of the rows; they are never counted. */
	Slice<T> findSlice(Pageable pageable);

	/** Return one slice of the rows as records; they are never counted. */
	<R> Slice<R> findSlice(Pageable pageable, Class<R> type);

	/**
	 * Return the rows after a position.
	 * @param position an offset, or the keyset of a row: a keyset stays fast however far
	 * one scrolls
	 * @param sort the order; the identifier is appended to it when a keyset is used,
	 * which leaves out rows that have null in one of these attributes
	 * @param limit the number of rows
	 */
	Window<T> scroll(ScrollPosition position, Sort sort, Limit limit);

	/**
	 * Return the rows after a position as records, which have to contain the sorted
	 * attributes when a keyset is used.
	 */
	<R> Window<R> scroll(ScrollPosition position, Sort sort, Limit limit, Class<R> type);

	/**
	 * Return the rows one after the other, without holding them in memory. The caller
	 * closes the stream and surrounds its use with a transaction. An entity is detached
	 * when the next one is read.
	 * @param fetchSize the number of rows that one round trip to the database brings
	 * @throws org.springframework.dao.InvalidDataAccessApiUsageException without a
	 * transaction of the caller
	 */
	Stream<T> streamAll(Sort sort, int fetchSize);

	/** Return the rows one after the other as records. */
	<R> Stream<R> streamAll(Sort sort, int fetchSize, Class<R> type);

	/** Return the number of rows. */
	long count();

}
