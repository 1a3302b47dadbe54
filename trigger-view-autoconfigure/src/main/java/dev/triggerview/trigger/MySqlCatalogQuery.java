package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * MySQL and MariaDB show the text of a trigger in a character set of at most three bytes,
 * with a question mark for each character that needs four (emoji), and MariaDB writes the
 * literals anew, with backslashes and without what is in front of them ({@code _binary}).
 * Only the original statement has the text as it was; to ask for it takes a query for
 * each trigger, which the list of all can do without where nothing hints at a difference.
 */
final class MySqlCatalogQuery extends CatalogQuery {

	private final MySqlDialect dialect;

	MySqlCatalogQuery(MySqlDialect dialect) {
		super(dialect);
		this.dialect = dialect;
	}

	@Override
	List<Trigger> read(Connection connection, CatalogRestriction restriction) throws SQLException {
		List<Trigger> triggers = new ArrayList<>();
		for (CatalogRow row : rows(connection, restriction)) {
			String action = row.action();
			triggers.add(trigger((action != null && mayDiffer(action, restriction))
					? row.withAction(original(connection, row, action)) : row));
		}
		return triggers;
	}

	private static boolean mayDiffer(String action, CatalogRestriction restriction) {
		return action.contains("?") || action.contains("\\")
				|| (restriction.isNarrow() && (action.contains("'") || action.contains("\"")));
	}

	/** The body stands behind {@code FOR EACH ROW} and the place among others. */
	private String original(Connection connection, CatalogRow row, String shown) throws SQLException {
		String statement = statement(connection, row);
		if (statement == null) {
			return shown;
		}
		List<SqlToken> tokens = SqlToken.words(statement, SqlSyntax.MYSQL);
		int level = 2;
		while (!(tokens.get(level).isAnyOf("ROW") && tokens.get(level - 1).isAnyOf("EACH"))) {
			level++;
		}
		boolean placed = tokens.get(level + 1).isAnyOf("FOLLOWS", "PRECEDES");
		return statement.substring(tokens.get(placed ? level + 2 : level).end()).strip();
	}

	private @Nullable String statement(Connection connection, CatalogRow row) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet result = statement
					.executeQuery("SHOW CREATE TRIGGER " + this.dialect.qualified(row.table().sibling(row.name())))) {
			return result.next() ? result.getString("SQL Original Statement") : null;
		}
	}

}
