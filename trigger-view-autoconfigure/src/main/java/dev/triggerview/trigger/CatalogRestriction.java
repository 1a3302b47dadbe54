package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

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

	private static final Pattern VALUE = Pattern.compile("\\?\\{(\\w+)}");

	static CatalogRestriction catalog(@Nullable String name) {
		return new CatalogRestriction(name, Map.of());
	}

	static CatalogRestriction schema(RelationName any) {
		return of(any, "table_schema", Map.of());
	}

	static CatalogRestriction table(RelationName name) {
		return of(name, "table_schema", Map.of("table_name", name.name()));
	}

	static CatalogRestriction trigger(RelationName name) {
		return of(name, "table_schema", Map.of("trigger_name", name.name()));
	}

	static CatalogRestriction function(RelationName name) {
		return of(name, "function_schema", Map.of("function_name", name.name()));
	}

	/** Return whether it is about one table or one trigger, and not about all. */
	boolean isNarrow() {
		return this.columns.containsKey("table_name") || this.columns.containsKey("trigger_name");
	}

	private static CatalogRestriction of(RelationName object, String schema, Map<String, String> columns) {
		Map<String, String> all = new LinkedHashMap<>(columns);
		if (object.schema() != null) {
			all.put(schema, object.schema());
		}
		return new CatalogRestriction(object.catalog(), all);
	}

	/**
	 * Prepare a query with the conditions. Every query names its columns, begins the
	 * lines of its conditions without indentation and ends with its order.
	 * @param comparison what follows a column
	 */
	PreparedStatement prepare(Connection connection, String query, String comparison) throws SQLException {
		String restricted = (this.catalog != null) ? query.replace(CURRENT_CATALOG, value("catalog")) : query;
		for (String column : this.columns.keySet()) {
			restricted = restrict(restricted, column, comparison.replace("?", value(column)));
		}
		List<String> values = new ArrayList<>();
		PreparedStatement statement = connection.prepareStatement(VALUE.matcher(restricted).replaceAll((value) -> {
			values.add(this.columns.getOrDefault(value.group(1), String.valueOf(this.catalog)));
			return "?";
		}));
		for (int i = 0; i < values.size(); i++) {
			statement.setString(i + 1, values.get(i));
		}
		return statement;
	}

	/**
	 * What joins by the column is given the value, too: for each of its rows, MariaDB
	 * would read all parameters of the server.
	 */
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
		String expression = query.substring(start, end);
		String word = query.contains("\nWHERE ") ? "\nAND " : "\nWHERE ";
		return query.substring(0, order).replace(" = " + expression + "\n", comparison + "\n") + word + expression
				+ comparison + query.substring(order);
	}

	/** Where a value stands until it is known which one it is. */
	private static String value(String name) {
		return "?{" + name + "}";
	}

}
