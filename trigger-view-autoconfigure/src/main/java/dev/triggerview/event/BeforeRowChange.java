package dev.triggerview.event;

import org.jspecify.annotations.Nullable;

/**
 * A row that is about to be written. A listener refuses the write by throwing: its own
 * exception reaches whoever flushed, and the transaction rolls back. To write other
 * entities {@link AfterRowChange} is the place: what a listener changes in them here
 * takes another flush, and Hibernate cannot persist while it inserts or remove while it
 * deletes.
 *
 * @param <T> the entity
 */
public abstract sealed class BeforeRowChange<T> extends RowChange<T> permits BeforeWrite, BeforeDelete {

	BeforeRowChange(Origin<T> origin, T entity, @Nullable Object id, @Nullable Object @Nullable [] old,
			@Nullable Object @Nullable [] now) {
		super(origin, entity, id, old, now);
	}

	/** An identity column is inserted when its entity is persisted. */
	final boolean isBeforeFlush() {
		return !hasId();
	}

	/** The listeners have returned, and the row is written. */
	void close() {
	}

}
