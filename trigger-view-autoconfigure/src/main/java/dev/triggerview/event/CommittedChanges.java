package dev.triggerview.event;

import java.util.List;

/**
 * What a transaction has committed: the net effect on each entity. Inserted and updated
 * is inserted, inserted and deleted is nothing, updated and deleted is deleted with the
 * first old row, deleted and inserted is updated. What a savepoint took back is not in
 * it. Delivered after the commit, at once where there is no transaction; an exception of
 * a listener is logged and reaches nobody, and the other listeners are called. The
 * transaction is over: a listener that writes opens its own.
 *
 * @param <T> the entity, a supertype or an interface of it
 */
public final class CommittedChanges<T> extends Changes<T> {

	CommittedChanges(Class<T> entityType, List<AfterRowChange<? extends T>> all) {
		super(entityType, all);
	}

}
