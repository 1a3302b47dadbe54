package dev.triggerview.event;

import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.EntityType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/** Reads a row that no session remembers. */
final class StoredRow {

	private StoredRow() {
	}

	/** Return the row of an identifier, null when there is none. */
	static @Nullable Object @Nullable [] read(EntityPersister persister, Object id,
			SharedSessionContractImplementor session) {
		@Nullable Object @Nullable [] row = persister.getDatabaseSnapshot(id, session);
		if (row != null) {
			Type[] types = persister.getPropertyTypes();
			for (int position = 0; position < types.length; position++) {
				row[position] = value(types[position], row[position], session);
			}
		}
		return row;
	}

	/** A snapshot has the key of a reference where a row has the entity. */
	private static @Nullable Object value(Type type, @Nullable Object value, SharedSessionContractImplementor session) {
		if (value != null && type instanceof EntityType reference && reference.isReferenceToPrimaryKey()
				&& !reference.getReturnedClass().isInstance(value)) {
			return session.internalLoad(reference.getAssociatedEntityName(), value, false, true);
		}
		return value;
	}

}
