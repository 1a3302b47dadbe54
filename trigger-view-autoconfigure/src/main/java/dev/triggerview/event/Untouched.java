package dev.triggerview.event;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.ManagedEntity;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.Status;
import org.hibernate.event.spi.EventSource;
import org.hibernate.internal.EmptyInterceptor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.ComponentType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a flush that follows another one has anything to write, for less than
 * it costs. It asks what the flush asks, and where an answer would take more than to
 * compare values, the flush gives it: it alone knows collections, interceptors and
 * enhanced classes.
 */
final class Untouched {

	private final Set<EntityPersister> plain = new HashSet<>();

	Untouched(Iterable<EntityPersister> persisters) {
		for (EntityPersister persister : persisters) {
			if (isPlain(persister)) {
				this.plain.add(persister);
			}
		}
	}

	private static boolean isPlain(EntityPersister persister) {
		return !persister.hasCollections() && !persister.hasNaturalIdentifier()
				&& !persister.getBytecodeEnhancementMetadata().isEnhancedForLazyLoading()
				&& isPlain(persister.getPropertyTypes());
	}

	private static boolean isPlain(Type[] types) {
		for (Type type : types) {
			if (type.isAnyType() || type instanceof ComponentType embedded && hasReference(embedded)) {
				return false;
			}
		}
		return true;
	}

	private static boolean hasReference(ComponentType embedded) {
		for (Type type : embedded.getSubtypes()) {
			if (type.isAssociationType() || type instanceof ComponentType deeper && hasReference(deeper)) {
				return true;
			}
		}
		return false;
	}

	/** Return whether nothing has changed since the last flush. */
	boolean is(EventSource session) {
		PersistenceContext context = session.getPersistenceContextInternal();
		if (session.getInterceptor() != EmptyInterceptor.INSTANCE || context.getCollectionEntriesSize() > 0
				|| session.getActionQueue().hasAnyQueuedActions()) {
			return false;
		}
		EntityPersister known = null;
		for (ManagedEntity managed : context.reentrantSafeManagedEntities()) {
			EntityEntry entry = managed.$$_hibernate_getEntityEntry();
			if (entry.getPersister() != known && !this.plain.contains(entry.getPersister())) {
				return false;
			}
			known = entry.getPersister();
			if (!isUntouched(managed.$$_hibernate_getEntityInstance(), entry, known, session)) {
				return false;
			}
		}
		return true;
	}

	private static boolean isUntouched(Object entity, EntityEntry entry, EntityPersister persister,
			EventSource session) {
		@Nullable Object @Nullable [] loaded = entry.getLoadedState();
		return loaded != null && entry.getStatus() == Status.MANAGED
				&& Objects.equals(entry.getId(), persister.getIdentifier(entity, session))
				&& !session.getFactory().getCustomEntityDirtinessStrategy().canDirtyCheck(entity, persister, session)
				&& isEqual(persister, entity, loaded, session);
	}

	/**
	 * Another entity, even of the same identifier, may have to be persisted. Hibernate
	 * keeps copies of values that are mutable, so that only equal ones are the same.
	 */
	private static boolean isEqual(EntityPersister persister, Object entity, @Nullable Object[] loaded,
			EventSource session) {
		@Nullable Object[] values = persister.getValues(entity);
		boolean compare = false;
		for (int index = 0; index < values.length; index++) {
			if (values[index] != loaded[index]) {
				if (persister.getPropertyTypes()[index].isAssociationType()) {
					return false;
				}
				compare = true;
			}
		}
		return !compare || persister.findDirty(values, loaded, entity, session) == null;
	}

}
