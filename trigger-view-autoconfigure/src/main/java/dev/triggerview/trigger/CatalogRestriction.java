package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Which objects of the catalogs to read.
 *
 * @param catalog the catalog, {@code null} for the current one; a database whose
 * connections see one only has no other
 * @param columns the values of some columns
 */
record CatalogRestriction(@Nullable String catalog, Map<String, String> columns) {

	/** How the queries of MySQL and MariaDB name the current catalog. */
	private static final String CURRENT_CATALOG = "DATABASE()";

	static CatalogRestriction catalog(@Nullable String name) {
		return new CatalogRestriction(name, Map.of());
	}

	static CatalogRestriction schema(RelationName any) {
		return of(any, Map.of());
	}

	static CatalogRestriction table(RelationName name) {
		return of(name, Map.of("table_name", name.name()));
	}

	static CatalogRestriction trigger(RelationName name) {
		return of(name, Map.of("trigger_name", name.name()));
	}

	/** Return whether it is about one table or one trigger, and not about all. */
	boolean isNarrow() {
		return this.columns.containsKey("table_name") || this.columns.containsKey("trigger_name");
	}

	private static CatalogRestriction of(RelationName object, Map<String, String> columns) {
		Map<String, String> all = new LinkedHashMap<>(columns);
		if (object.schema() != null) {
			all.put("table_schema", object.schema());
		}
		return new CatalogRestriction(object.catalog(), all);
	}

	/**
	 * Prepare a query with the conditions. Every query names its columns, begins the
	 * lines of its conditions without indentation and ends with its order.
	 * @param comparison what follows a column
	 */
	PreparedStatement prepare(Connection connection, String query, String comparison) throws SQLException {
		List<String> values = new ArrayList<>();
		String restricted = query;
		if (this.catalog != null && query.contains(CURRENT_CATALOG)) {
			restricted = query.replace(CURRENT_CATALOG, "?");
			values.add(this.catalog);
		}
		for (Map.Entry<String, String> column : this.columns.entrySet()) {
			restricted = restrict(restricted, column.getKey(), comparison);
			values.add(column.getValue());
		}
		PreparedStatement statement = connection.prepareStatement(restricted);
		for (int i = 0; i < values.size(); i++) {
			statement.setString(i + 1, values.get(i));
		}
		return statement;
	}

	private static String restrict(String query, String column, String comparison) {
		int end = query.indexOf(" AS " + column + ",");
		int order = query.lastIndexOf("\nORDER BY");
		if (end < 0 || order < 0) {
			throw new IllegalStateException("The query has no " + column + " or no order: " + query);
		}
		int start = end;
		while (!Character.isWhitespace(query.charAt(start - 1))) {
			start--;
		}
		String word = query.contains("\nWHERE ") ? "\nAND " : "\nWHERE ";
		return query.substring(0, order) + word + query.substring(start, end) + comparison + query.substring(order);
	}

}
