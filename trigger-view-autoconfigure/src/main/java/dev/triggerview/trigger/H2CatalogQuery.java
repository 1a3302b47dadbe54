package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** H2 shows the source of a trigger in the output of {@code SCRIPT} only. */
final class H2CatalogQuery extends CatalogQuery {

	private static final String CREATE = "CREATE FORCE TRIGGER ";

	private final H2Dialect dialect;

	H2CatalogQuery(H2Dialect dialect) {
		super(dialect);
		this.dialect = dialect;
	}

	@Override
	List<Trigger> read(Connection connection, CatalogRestriction restriction) throws SQLException {
		Collection<CatalogRow> rows = rows(connection, restriction);
		boolean sources = rows.stream().anyMatch((row) -> row.action() == null);
		String tables = restriction.columns().isEmpty() ? "" : tables(rows);
		Map<RelationName, String> script = sources ? script(connection, tables) : Map.of();
		return rows.stream().map((row) -> row.trigger(definition(row, script))).toList();
	}

	@Override
	boolean rewritesStatements() {
		return true;
	}

	private String definition(CatalogRow row, Map<RelationName, String> script) {
		RelationName name = RelationName.of(row.table().schema(), row.name());
		return (row.action() != null) ? this.dialect.definition(row) : script.getOrDefault(name, "");
	}

	private String tables(Collection<CatalogRow> rows) {
		return rows.stream()
			.map((row) -> this.dialect.qualified(row.table()))
			.distinct()
			.collect(Collectors.joining(", ", " TABLE ", ""));
	}

	/** {@code FORCE} would hide that the source does not compile. */
	private static Map<RelationName, String> script(Connection connection, String tables) throws SQLException {
		Map<RelationName, String> definitions = new HashMap<>();
		try (Statement statement = connection.createStatement();
				ResultSet script = statement.executeQuery("SCRIPT NODATA NOPASSWORDS NOSETTINGS" + tables)) {
			while (script.next()) {
				String sql = script.getString(1);
				if (sql.startsWith(CREATE)) {
					String definition = "CREATE TRIGGER " + new SqlText(sql.substring(CREATE.length())).unterminated();
					TriggerHeader.parse(definition)
						.ifPresent((header) -> definitions.put(RelationName.of(header.schema(), header.name()),
								definition));
				}
			}
		}
		return definitions;
	}

}
