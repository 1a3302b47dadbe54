package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * PostgreSQL leaves out of a definition the schemas of the search path, so that the path
 * is empty while the catalog is read.
 */
final class PostgreSqlCatalogQuery extends CatalogQuery {

	PostgreSqlCatalogQuery(PostgreSqlDialect dialect) {
		super(dialect);
	}

	@Override
	List<Trigger> read(Connection connection) throws SQLException {
		String searchPath = searchPath(connection);
		setSearchPath(connection, "");
		List<Trigger> triggers;
		try {
			triggers = super.read(connection);
		}
		catch (SQLException ex) {
			restore(connection, searchPath, ex);
			throw ex;
		}
		setSearchPath(connection, searchPath);
		return triggers;
	}

	/** In a transaction that failed nothing can be set, and its rollback restores all. */
	private static void restore(Connection connection, String searchPath, SQLException cause) {
		try {
			setSearchPath(connection, searchPath);
		}
		catch (SQLException ex) {
			cause.addSuppressed(ex);
		}
	}

	private static String searchPath(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery("SELECT pg_catalog.current_setting('search_path')")) {
			result.next();
			return result.getString(1);
		}
	}

	private static void setSearchPath(Connection connection, String searchPath) throws SQLException {
		try (PreparedStatement statement = connection
			.prepareStatement("SELECT pg_catalog.set_config('search_path', ?, false)")) {
			statement.setString(1, searchPath);
			statement.execute();
		}
	}

}
