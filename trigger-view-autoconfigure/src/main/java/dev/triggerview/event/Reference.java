package dev.triggerview.event;

import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.LazyInitializer;
import org.hibernate.type.EntityType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * What a row has of another entity: which one it is. To say it loads nothing.
 *
 * @param persister the entity, as far as the mapping or the value tells it
 * @param id its identifier, null when it has none yet
 */
record Reference(EntityPersister persister, @Nullable Object id) {

	/** Return whether values of a type are other entities. */
	static boolean is(Type type) {
		return type instanceof EntityType || type.isAnyType();
	}

	static Reference of(Type type, Object value, SessionFactoryImplementor factory) {
		String entity = (type instanceof EntityType reference) ? reference.getAssociatedEntityName()
				: entity(value, factory);
		return of(entity, value, factory);
	}

	private static Reference of(String entity, Object value, SessionFactoryImplementor factory) {
		EntityPersister persister = factory.getMappingMetamodel().getEntityDescriptor(entity);
		return new Reference(persister, Identifier.of(persister, value));
	}

	/** Only the value says which entity an {@code @Any} refers to. */
	private static String entity(Object value, SessionFactoryImplementor factory) {
		LazyInitializer proxy = HibernateProxy.extractLazyInitializer(value);
		return (proxy != null) ? proxy.getEntityName() : factory.bestGuessEntityName(value);
	}

	/** Return whether this is the same entity as another one. */
	boolean isSame(Reference other) {
		return this.persister.getRootEntityName().equals(other.persister.getRootEntityName())
				&& this.persister.getIdentifierType().isEqual(this.id, other.id, this.persister.getFactory());
	}

	@Override
	public String toString() {
		return this.persister.getMappedClass().getSimpleName() + "#" + this.id;
	}

}
