package dev.triggerview.event;

import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.ComponentType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads a row that no session remembers. Hibernate's own snapshot of a row is of no use:
 * it has no embedded values.
 */
final class StoredRow {

	private StoredRow() {
	}

	/** Return the row of an identifier, null when there is none. */
	static @Nullable Object @Nullable [] read(EntityPersister persister, Object id,
			SharedSessionContractImplementor session) {
		session.getJdbcCoordinator().executeBatch();
		if (session instanceof StatelessSession stateless) {
			return read(persister, id, stateless);
		}
		try (StatelessSession beside = session.statelessWithOptions().connection().open()) {
			@Nullable Object @Nullable [] row = read(persister, id, beside);
			return (row != null) ? attached(persister.getPropertyTypes(), row, session) : null;
		}
	}

	private static @Nullable Object @Nullable [] read(EntityPersister persister, Object id, StatelessSession session) {
		Object entity = session.get(persister.getEntityName(), id);
		return (entity != null) ? persister.getValues(entity) : null;
	}

	/** What a row refers to belongs to the session, which can load it. */
	private static @Nullable Object[] attached(Type[] types, @Nullable Object[] values,
			SharedSessionContractImplementor session) {
		for (int position = 0; position < types.length; position++) {
			values[position] = attached(types[position], values[position], session);
		}
		return values;
	}

	private static @Nullable Object attached(Type type, @Nullable Object value,
			SharedSessionContractImplementor session) {
		if (value == null) {
			return null;
		}
		if (Reference.is(type)) {
			Reference reference = Reference.of(type, value, session.getFactory());
			return session.internalLoad(reference.persister().getEntityName(), reference.id(), false, true);
		}
		if (type instanceof ComponentType embedded) {
			return Property.like(embedded, value,
					attached(embedded.getSubtypes(), embedded.getPropertyValues(value), session));
		}
		return value;
	}

}
