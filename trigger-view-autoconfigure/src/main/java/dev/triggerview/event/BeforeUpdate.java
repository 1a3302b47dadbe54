package dev.triggerview.event;

import org.jspecify.annotations.Nullable;

/**
 * A row that is about to be updated, with one statement: a flush in which nothing of the
 * row differs fires nothing.
 *
 * @param <T> the entity
 */
public final class BeforeUpdate<T> extends BeforeWrite<T> {

	BeforeUpdate(Origin<T> origin, T entity, @Nullable Object id, @Nullable Object @Nullable [] old,
			@Nullable Object[] now) {
		super(origin, entity, id, old, now, null);
	}

	@Override
	public Operation operation() {
		return Operation.UPDATE;
	}

}
