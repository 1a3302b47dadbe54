package dev.triggerview.event;

import java.util.List;

/**
 * What a transaction has flushed and then rolled back, be it because its commit failed:
 * the net effect that it would have had. Delivered after the rollback; an exception of a
 * listener is logged and reaches nobody.
 *
 * @param <T> the entity, a supertype or an interface of it
 */
public final class RolledBackChanges<T> extends Changes<T> {

	RolledBackChanges(Class<T> entityType, List<AfterRowChange<? extends T>> all) {
		super(entityType, all);
	}

}
