package dev.triggerview.event;

import java.util.HashMap;
import java.util.Map;

import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.ManagedEntity;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.event.spi.EventSource;
import org.hibernate.internal.EmptyInterceptor;
import org.hibernate.persister.entity.EntityPersister;

/**
 * Finds out whether a flush that follows another one has anything to write, for less than
 * it costs. It asks what the flush asks, and where an answer would take more than to
 * compare values, the flush gives it: it alone knows collections, interceptors and
 * enhanced classes.
 */
final class Untouched {

	private final Map<EntityPersister, PlainEntity> plain = new HashMap<>();

	Untouched(Iterable<EntityPersister> persisters) {
		for (EntityPersister persister : persisters) {
			if (PlainEntity.is(persister)) {
				this.plain.put(persister, new PlainEntity(persister));
			}
		}
	}

	/** Return whether nothing has changed since the last flush. */
	boolean is(EventSource session) {
		PersistenceContext context = session.getPersistenceContextInternal();
		return session.getInterceptor() == EmptyInterceptor.INSTANCE && context.getCollectionEntriesSize() == 0
				&& !session.getActionQueue().hasAnyQueuedActions()
				&& areUntouched(context.reentrantSafeManagedEntities(), session);
	}

	/** Entities of one kind often follow one another. */
	private boolean areUntouched(ManagedEntity[] entities, EventSource session) {
		PlainEntity plain = null;
		for (ManagedEntity managed : entities) {
			EntityEntry entry = managed.$$_hibernate_getEntityEntry();
			if (plain == null || !plain.isOf(entry.getPersister())) {
				plain = this.plain.get(entry.getPersister());
			}
			if (plain == null || !plain.isUntouched(managed.$$_hibernate_getEntityInstance(), entry, session)) {
				return false;
			}
		}
		return true;
	}

}
