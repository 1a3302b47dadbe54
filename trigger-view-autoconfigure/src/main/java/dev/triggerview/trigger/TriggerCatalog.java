package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

/**
 * The triggers of one database. Every call reads them afresh, with a fixed number of
 * queries however many there are. Safe for use by several threads.
 */
public final class TriggerCatalog {

	private final DataSource dataSource;

	/** Create a catalog that takes a connection for each call. */
	public TriggerCatalog(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	/**
	 * Return all triggers that the account sees, ordered by schema, table and name; none
	 * that the database or an extension made for itself.
	 * @throws UnsupportedDatabaseException if the database is not supported
	 * @throws TriggerCatalogException if the database cannot be read
	 */
	public List<Trigger> triggers() {
		try (Connection connection = this.dataSource.getConnection()) {
			return triggers(connection);
		}
		catch (SQLException ex) {
			throw new TriggerCatalogException("the data source", ex);
		}
	}

	/**
	 * Return all triggers that a connection sees, as {@link #triggers()} does, inside its
	 * current transaction and with its settings left as they were.
	 * @throws UnsupportedDatabaseException if the database is not supported
	 * @throws TriggerCatalogException if the database cannot be read
	 */
	public static List<Trigger> triggers(Connection connection) {
		return triggers(connection, null);
	}

	/**
	 * Return all triggers of a catalog that a connection sees, as
	 * {@link #triggers(Connection)} does.
	 * @param catalog a database of the server on MySQL and MariaDB; elsewhere it has to
	 * be {@code null}, for the current one
	 * @throws UnsupportedDatabaseException if the database is not supported
	 * @throws TriggerCatalogException if the database cannot be read
	 */
	public static List<Trigger> triggers(Connection connection, @Nullable String catalog) {
		String database = "the database";
		try {
			TriggerDialect dialect = TriggerDialect.of(connection);
			database = dialect.name();
			List<Trigger> present = dialect.catalog().read(connection, CatalogRestriction.catalog(catalog));
			return Stream.concat(present.stream(), disabled(dialect, connection, catalog, present)).sorted().toList();
		}
		catch (SQLException ex) {
			throw new TriggerCatalogException(database, ex);
		}
	}

	/** The triggers that only our store has, because the database cannot disable one. */
	private static Stream<Trigger> disabled(TriggerDialect dialect, Connection connection, @Nullable String catalog,
			List<Trigger> present) throws SQLException {
		if (!dialect.keepsDisabled()) {
			return Stream.of();
		}
		String read = (catalog != null) ? catalog : connection.getCatalog();
		List<KeptTrigger> kept = TriggerStore.allKept(dialect, connection)
			.stream()
			.filter((trigger) -> isIn(read, trigger.table()))
			.toList();
		if (kept.isEmpty()) {
			return Stream.of();
		}
		Set<RelationName> relations = relations(connection, read);
		Map<String, List<Trigger>> presentByName = present.stream().collect(Collectors.groupingBy(Trigger::name));
		List<Trigger> disabled = new ArrayList<>();
		for (KeptTrigger trigger : kept) {
			boolean absent = presentByName.getOrDefault(trigger.name(), List.of()).stream().noneMatch(trigger::isOf)
					&& relations.contains(RelationName.of(trigger.table().schema(), trigger.table().name()));
			if (absent
					&& !(trigger.interrupted() && dialect.hides(connection, trigger.table().sibling(trigger.name())))) {
				disabled.add(trigger.withState(TriggerState.DISABLED).trigger());
			}
		}
		return disabled.stream();
	}

	/** Only where there are no schemas, a store has triggers of several catalogs. */
	private static boolean isIn(@Nullable String catalog, RelationName table) {
		return table.schema() != null || table.catalog() == null || table.catalog().equals(catalog);
	}

	/** A trigger that is kept does not outlive its table. */
	private static Set<RelationName> relations(Connection connection, @Nullable String catalog) throws SQLException {
		Set<RelationName> relations = new HashSet<>();
		try (ResultSet found = connection.getMetaData().getTables(catalog, null, "%", null)) {
			while (found.next()) {
				relations.add(RelationName.of(found.getString("TABLE_SCHEM"), found.getString("TABLE_NAME")));
			}
		}
		return relations;
	}

	/** Return all triggers of a name, in any schema and table; empty if there is none. */
	public List<Trigger> triggers(String name) {
		return triggers().stream().filter((trigger) -> trigger.name().equals(name)).toList();
	}

}
