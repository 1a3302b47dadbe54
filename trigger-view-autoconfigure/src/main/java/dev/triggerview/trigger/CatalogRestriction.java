package dev.triggerview.trigger;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which triggers of a catalog to read: those with a value in a column.
 *
 * @param column the name of the column
 * @param value the value
 */
record CatalogRestriction(String column, String value) {

	static final CatalogRestriction NONE = new CatalogRestriction("", "");

	static CatalogRestriction table(String name) {
		return new CatalogRestriction("table_name", name);
	}

	static CatalogRestriction trigger(String name) {
		return new CatalogRestriction("trigger_name", name);
	}

	/**
	 * Return a query with the condition. Every query names its columns, begins the lines
	 * of its conditions without indentation and ends with its order.
	 * @param comparison what follows the column
	 */
	String restrict(String query, String comparison) {
		if (this == NONE) {
			return query;
		}
		Matcher expression = Pattern.compile("(\\S+) AS " + this.column + ",").matcher(query);
		int order = query.lastIndexOf("\nORDER BY");
		if (!expression.find() || order < 0) {
			throw new IllegalStateException("The query has no " + this.column + " or no order: " + query);
		}
		String word = query.contains("\nWHERE ") ? "\nAND " : "\nWHERE ";
		return query.substring(0, order) + word + expression.group(1) + comparison + query.substring(order);
	}

}
