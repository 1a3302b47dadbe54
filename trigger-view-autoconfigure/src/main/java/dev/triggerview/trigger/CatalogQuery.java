package dev.triggerview.trigger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads all triggers of a database by the query of its dialect. Every query returns the
 * columns that {@link CatalogRow} names, one row for each trigger, event and update
 * column.
 */
class CatalogQuery {

	private final TriggerDialect dialect;

	CatalogQuery(TriggerDialect dialect) {
		this.dialect = dialect;
	}

	List<Trigger> read(Connection connection, CatalogRestriction restriction) throws SQLException {
		return rows(connection, restriction).stream().map(this::trigger).toList();
	}

	Trigger trigger(CatalogRow row) {
		return row.trigger(this.dialect.definition(row));
	}

	final Collection<CatalogRow> rows(Connection connection, CatalogRestriction restriction) throws SQLException {
		Map<List<String>, CatalogRow> rows = new LinkedHashMap<>();
		try (PreparedStatement statement = restriction.prepare(connection, sql(), this.dialect.nameComparison());
				ResultSet result = statement.executeQuery()) {
			while (result.next()) {
				CatalogRow row = CatalogRow.of(result);
				rows.merge(row.key(), row, CatalogRow::plus);
			}
		}
		return new ArrayList<>(rows.values());
	}

	/** Whether the database writes statements anew instead of keeping those of users. */
	boolean rewritesStatements() {
		return false;
	}

	/** Make the database qualify all names in definitions, until the result is closed. */
	SearchPath qualifyNames(Connection connection) throws SQLException {
		return SearchPath.UNUSED;
	}

	private String sql() {
		return resource("catalog/" + this.dialect.shortName() + ".sql");
	}

	static String resource(String name) {
		try (InputStream stream = CatalogQuery.class.getResourceAsStream(name)) {
			if (stream == null) {
				throw new IllegalStateException("The jar lacks " + name);
			}
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
