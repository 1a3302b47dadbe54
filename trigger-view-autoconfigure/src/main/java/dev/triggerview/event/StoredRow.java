package dev.triggerview.event;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.metamodel.mapping.TableDetails;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.ComponentType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads a row that no session remembers. Hibernate's own snapshot of a row is of no use:
 * it has no embedded values.
 */
final class StoredRow {

	/** A row that is there, and that the mapping does not let anybody read. */
	static final @Nullable Object[] HIDDEN = {};

	private StoredRow() {
	}

	/**
	 * Return the row of an identifier before an upsert, {@link #HIDDEN} when a
	 * restriction, a filter or a soft delete hides it, null when there is none.
	 */
	static @Nullable Object @Nullable [] readOrHidden(EntityPersister persister, Object id,
			SharedSessionContractImplementor session) {
		@Nullable Object @Nullable [] row = read(persister, id, session);
		return (row == null && mayBeHidden(persister, session) && exists(persister, id, session)) ? HIDDEN : row;
	}

	private static boolean mayBeHidden(EntityPersister persister, SharedSessionContractImplementor session) {
		return persister.hasWhereRestrictions() || persister.getSoftDeleteMapping() != null
				|| session.getLoadQueryInfluencers().hasEnabledFilters();
	}

	/** Return whether the table has a row of an identifier, whoever may read it. */
	static boolean exists(EntityPersister persister, Object id, SharedSessionContractImplementor session) {
		session.getJdbcCoordinator().executeBatch();
		TableDetails table = persister.getIdentifierTableDetails();
		String key = table.getKeyDetails()
			.getKeyColumns()
			.stream()
			.map((column) -> column.getColumnName() + "=?")
			.collect(Collectors.joining(" and "));
		String sql = "select 1 from " + table.getTableName() + " where " + key;
		return session.doReturningWork((connection) -> {
			try (PreparedStatement statement = connection.prepareStatement(sql)) {
				bind(statement, table, id, session);
				try (ResultSet result = statement.executeQuery()) {
					return result.next();
				}
			}
		});
	}

	private static void bind(PreparedStatement statement, TableDetails table, Object id,
			SharedSessionContractImplementor session) throws SQLException {
		List<Bound> values = new ArrayList<>();
		table.getKeyDetails()
			.breakDownKeyJdbcValues(id, (value, column) -> values.add(new Bound(value, column.getJdbcMapping())),
					session);
		for (int index = 0; index < values.size(); index++) {
			Bound bound = values.get(index);
			bound.mapping().getJdbcValueBinder().bind(statement, bound.value(), index + 1, session);
		}
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

	private record Bound(Object value, JdbcMapping mapping) {

	}

}
