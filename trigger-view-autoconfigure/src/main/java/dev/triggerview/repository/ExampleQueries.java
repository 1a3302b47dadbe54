package dev.triggerview.repository;

import java.util.List;

import org.springframework.data.domain.Example;
import org.springframework.data.domain.Sort;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.query.QueryByExampleExecutor;

/**
 * Reads the rows of a view that are like an example; {@code findBy} returns them as
 * records too.
 *
 * @param <T> what a row is mapped to
 */
@NoRepositoryBean
public interface ExampleQueries<T> extends QueryByExampleExecutor<T> {

	/** Return the rows that are like the example, in no particular order. */
	@Override
	<S extends T> List<S> findAll(Example<S> example);

	/** Return the rows that are like the example in the given order. */
	@Override
	<S extends T> List<S> findAll(Example<S> example, Sort sort);

}
