package dev.triggerview.event;

import org.jspecify.annotations.Nullable;

/**
 * A row that is about to be inserted.
 * <p>
 * Hibernate refuses a null in a property mapped as not nullable when the entity is
 * persisted, before this event: a property that a listener fills is mapped as nullable.
 *
 * @param <T> the entity
 */
public final class BeforeInsert<T> extends BeforeWrite<T> {

	BeforeInsert(Origin<T> origin, T entity, @Nullable Object id, @Nullable Object[] now,
			@Nullable Object @Nullable [] ahead) {
		super(origin, entity, id, null, now, ahead);
	}

	@Override
	public Operation operation() {
		return Operation.INSERT;
	}

}
