package dev.triggerview.event;

import org.jspecify.annotations.Nullable;

/**
 * A row that is about to be deleted.
 *
 * @param <T> the entity
 */
public final class BeforeDelete<T> extends BeforeRowChange<T> {

	BeforeDelete(Origin<T> origin, T entity, @Nullable Object id, @Nullable Object @Nullable [] old) {
		super(origin, entity, id, old, null);
	}

	@Override
	public Operation operation() {
		return Operation.DELETE;
	}

}
