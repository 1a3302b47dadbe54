package dev.triggerview.event;

import org.jspecify.annotations.Nullable;

/**
 * A row that was updated.
 *
 * @param <T> the entity
 */
public final class AfterUpdate<T> extends AfterRowChange<T> {

	AfterUpdate(Origin<T> origin, T entity, @Nullable Object id, @Nullable Object @Nullable [] old,
			@Nullable Object @Nullable [] now) {
		super(origin, entity, id, old, now);
	}

	@Override
	public Operation operation() {
		return Operation.UPDATE;
	}

}
