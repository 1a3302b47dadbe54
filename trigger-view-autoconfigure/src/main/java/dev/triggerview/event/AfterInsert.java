package dev.triggerview.event;

import org.jspecify.annotations.Nullable;

/**
 * A row that was inserted.
 *
 * @param <T> the entity
 */
public final class AfterInsert<T> extends AfterRowChange<T> {

	AfterInsert(Origin<T> origin, T entity, @Nullable Object id, @Nullable Object @Nullable [] now) {
		super(origin, entity, id, null, now);
	}

	@Override
	public Operation operation() {
		return Operation.INSERT;
	}

}
