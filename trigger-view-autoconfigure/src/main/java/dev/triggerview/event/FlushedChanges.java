package dev.triggerview.event;

import java.util.List;

/**
 * All rows of one entity that one flush has written: what a statement-level trigger sees
 * in its old and new table. Delivered after the row events of the flush, with the same
 * rights: a listener may write. A row that changed several times is there several times.
 *
 * @param <T> the entity, a supertype or an interface of it
 */
public final class FlushedChanges<T> extends Changes<T> {

	FlushedChanges(Class<T> entityType, List<AfterRowChange<? extends T>> all) {
		super(entityType, all);
	}

}
