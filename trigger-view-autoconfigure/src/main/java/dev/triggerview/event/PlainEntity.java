package dev.triggerview.event;

import java.util.Objects;

import org.hibernate.CustomEntityDirtinessStrategy;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.Status;
import org.hibernate.event.spi.EventSource;
import org.hibernate.metamodel.mapping.PropertyBasedMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.property.access.spi.Getter;
import org.hibernate.type.ComponentType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * An entity of which a flush writes nothing if its values are the same. They are compared
 * one by one: what a flush does for each entity, to find a proxy and to copy the values,
 * takes longer than the comparison.
 */
final class PlainEntity {

	private final EntityPersister persister;

	private final CustomEntityDirtinessStrategy dirtiness;

	private final @Nullable Getter identifier;

	private final Getter[] properties;

	PlainEntity(EntityPersister persister) {
		this.persister = persister;
		this.dirtiness = persister.getFactory().getCustomEntityDirtinessStrategy();
		this.identifier = (persister.getIdentifierMapping() instanceof PropertyBasedMapping single)
				? single.getPropertyAccess().getGetter() : null;
		this.properties = new Getter[persister.getPropertyTypes().length];
		for (int position = 0; position < this.properties.length; position++) {
			this.properties[position] = persister.getAttributeMapping(position).getPropertyAccess().getGetter();
		}
	}

	/** Return whether comparing values tells all that a flush would find. */
	static boolean is(EntityPersister persister) {
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

	boolean isOf(EntityPersister persister) {
		return this.persister == persister;
	}

	/** Return whether an entity has the values that were written or read last. */
	boolean isUntouched(Object entity, EntityEntry entry, EventSource session) {
		@Nullable Object @Nullable [] loaded = entry.getLoadedState();
		return loaded != null && entry.getStatus() == Status.MANAGED
				&& Objects.equals(entry.getId(), identifier(entity, session))
				&& !this.dirtiness.canDirtyCheck(entity, this.persister, session) && isEqual(entity, loaded, session);
	}

	private @Nullable Object identifier(Object entity, EventSource session) {
		return (this.identifier != null) ? this.identifier.get(entity) : this.persister.getIdentifier(entity, session);
	}

	/**
	 * Another entity, even of the same identifier, may have to be persisted. Hibernate
	 * keeps copies of values that are mutable, so that only equal ones are the same.
	 */
	private boolean isEqual(Object entity, @Nullable Object[] loaded, EventSource session) {
		boolean compare = false;
		for (int position = 0; position < loaded.length; position++) {
			if (this.properties[position].get(entity) != loaded[position]) {
				if (this.persister.getPropertyTypes()[position].isAssociationType()) {
					return false;
				}
				compare = true;
			}
		}
		return !compare || this.persister.findDirty(this.persister.getValues(entity), loaded, entity, session) == null;
	}

}
