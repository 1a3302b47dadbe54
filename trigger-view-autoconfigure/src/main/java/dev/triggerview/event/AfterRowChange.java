package dev.triggerview.event;

import org.jspecify.annotations.Nullable;

/**
 * A row that was written. Delivered at the end of the flush, when the rows are in the
 * database: a listener may query, persist, remove and flush, and what it changes fires
 * events of its own. A {@code StatelessSession} has no flush; its events are delivered at
 * once. A listener that throws lets the flush fail, and the transaction rolls back.
 *
 * @param <T> the entity
 */
public abstract sealed class AfterRowChange<T> extends RowChange<T> permits AfterInsert, AfterUpdate, AfterDelete {

	AfterRowChange(Origin<T> origin, T entity, @Nullable Object id, @Nullable Object @Nullable [] old,
			@Nullable Object @Nullable [] now) {
		super(origin, entity, id, old, now);
	}

	static <T> AfterRowChange<T> of(Operation operation, Origin<T> origin, T entity, @Nullable Object id,
			@Nullable Object @Nullable [] old, @Nullable Object @Nullable [] now) {
		return switch (operation) {
			case INSERT -> new AfterInsert<>(origin, entity, id, now);
			case UPDATE -> new AfterUpdate<>(origin, entity, id, old, now);
			case DELETE -> new AfterDelete<>(origin, entity, id, old);
		};
	}

	/** Return this change as the last of several: what they come to. */
	final AfterRowChange<T> as(Operation operation, @Nullable Object @Nullable [] old) {
		return of(operation, origin(), entity(), id(), old, newValues());
	}

}
