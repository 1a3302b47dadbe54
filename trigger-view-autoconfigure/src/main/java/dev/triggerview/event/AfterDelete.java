package dev.triggerview.event;

import org.jspecify.annotations.Nullable;

/**
 * A row that was deleted.
 *
 * @param <T> the entity
 */
public final class AfterDelete<T> extends AfterRowChange<T> {

	AfterDelete(Origin<T> origin, T entity, @Nullable Object id, @Nullable Object @Nullable [] old) {
		super(origin, entity, id, old, null);
	}

	@Override
	public Operation operation() {
		return Operation.DELETE;
	}

}
