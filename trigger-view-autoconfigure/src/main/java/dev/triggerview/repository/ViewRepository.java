package dev.triggerview.repository;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;

/**
 * Reads an entity that is mapped to a view: every reading method that a user of Spring
 * Data JPA knows, and none that writes. Methods with a {@code Class} as last parameter
 * return records, whose components are named like the attributes of the entity: they read
 * only these columns and bypass the persistence context, which makes them the fastest way
 * to read many rows and the one that always shows the rows as they are now.
 * <p>
 * A derived method that returns a {@code Window} takes an {@code OffsetScrollPosition} or
 * a {@code KeysetScrollPosition}. With their common type it would have to be called with
 * one kind only: Spring Data JPA 4.1 keeps the query of the first offset, and reads from
 * the start again with each keyset after it.
 * <p>
 * Thread-safe, like every Spring Data repository.
 *
 * @param <T> the entity
 * @param <ID> the type of its identifier
 */
@NoRepositoryBean
@ReadOnlyViewRepository
public interface ViewRepository<T, ID> extends Repository<T, ID>, ViewQueries<T> {

	/** Return the row of an identifier, empty when there is none. */
	Optional<T> findById(ID id);

	/** Return the row of an identifier as a record, empty when there is none. */
	<R> Optional<R> findById(ID id, Class<R> type);

	/** Return the rows of some identifiers, in no particular order. */
	List<T> findAllById(Iterable<ID> ids);

	/** Return the rows of some identifiers as records, in no particular order. */
	<R> List<R> findAllById(Iterable<ID> ids, Class<R> type);

	/** Return whether there is a row of this identifier. */
	boolean existsById(ID id);

}
