package dev.triggerview.event;

import org.jspecify.annotations.Nullable;

/**
 * A row that is about to be written. A listener refuses the write by throwing: its own
 * exception reaches whoever flushed, and the transaction rolls back. Listeners must not
 * write other entities through the same session: {@link AfterRowChange} is the place.
 *
 * @param <T> the entity
 */
public abstract sealed class BeforeRowChange<T> extends RowChange<T> permits BeforeWrite, BeforeDelete {

	BeforeRowChange(Origin<T> origin, T entity, @Nullable Object id, @Nullable Object @Nullable [] old,
			@Nullable Object @Nullable [] now) {
		super(origin, entity, id, old, now);
	}

}
