package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.SQLException;
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
	List<Trigger> read(Connection connection, CatalogRestriction restriction) throws SQLException {
		try (SearchPath path = qualifyNames(connection)) {
			return super.read(connection, restriction);
		}
	}

	@Override
	boolean rewritesStatements() {
		return true;
	}

	@Override
	SearchPath qualifyNames(Connection connection) throws SQLException {
		return SearchPath.empty(connection);
	}

}
