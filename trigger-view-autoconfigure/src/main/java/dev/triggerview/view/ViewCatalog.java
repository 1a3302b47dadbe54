package dev.triggerview.view;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import dev.triggerview.trigger.TriggerDialect;

/**
 * The views of one database. Every call reads them afresh, with one query however many
 * there are. Safe for use by several threads.
 */
public final class ViewCatalog {

	private final DataSource dataSource;

	/** Create a catalog that takes a connection for each call. */
	public ViewCatalog(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	/**
	 * Return all views that the account sees, ordered by schema and name; none of the
	 * database's own.
	 * @throws dev.triggerview.trigger.UnsupportedDatabaseException if the database is not
	 * supported
	 * @throws ViewCatalogException if the database cannot be read
	 */
	public List<View> views() {
		try (Connection connection = this.dataSource.getConnection()) {
			return relations(connection).views();
		}
		catch (SQLException ex) {
			throw new ViewCatalogException("the data source", ex);
		}
	}

	/**
	 * Return the tables and views that a connection sees, inside its current transaction.
	 * @throws dev.triggerview.trigger.UnsupportedDatabaseException if the database is not
	 * supported
	 * @throws ViewCatalogException if the database cannot be read
	 */
	public static Relations relations(Connection connection) {
		String database = "the database";
		try {
			TriggerDialect dialect = TriggerDialect.of(connection);
			database = dialect.name();
			return new CatalogQuery(dialect.shortName()).read(connection);
		}
		catch (SQLException ex) {
			throw new ViewCatalogException(database, ex);
		}
	}

}
