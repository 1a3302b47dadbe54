package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

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
		String database = "the database";
		try {
			TriggerDialect dialect = TriggerDialect.of(connection);
			database = dialect.name();
			return dialect.catalog().read(connection).stream().sorted().toList();
		}
		catch (SQLException ex) {
			throw new TriggerCatalogException(database, ex);
		}
	}

	/** Return all triggers of a name, in any schema and table; empty if there is none. */
	public List<Trigger> triggers(String name) {
		return triggers().stream().filter((trigger) -> trigger.name().equals(name)).toList();
	}

}
