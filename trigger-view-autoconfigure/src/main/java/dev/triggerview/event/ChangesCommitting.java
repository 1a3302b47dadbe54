package dev.triggerview.event;

import java.util.List;

/**
 * What a transaction is about to commit: the net effect on each entity, while writing is
 * still possible and an exception refuses the commit. Delivered again for what listeners
 * write, until they write nothing more.
 *
 * @param <T> the entity, a supertype or an interface of it
 */
public final class ChangesCommitting<T> extends Changes<T> {

	ChangesCommitting(Class<T> entityType, List<AfterRowChange<? extends T>> all) {
		super(entityType, all);
	}

}
