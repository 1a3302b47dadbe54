package dev.triggerview.event;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a bulk statement does to which table, read from its first words.
 *
 * @param operation what happens to the rows
 * @param table the table's name without schema and quotes, in lower case
 */
record BulkStatement(Operation operation, String table) {

	private static final String NAME = "(?:[\\w$]+|\"[^\"]+\"|`[^`]+`|\\[[^]]+])";

	/** MariaDB's delete names the alias before the table. */
	private static final Pattern START = Pattern.compile(
			"^\\s*(?:/\\*.*?\\*/\\s*)*(insert(?:\\s+ignore)?\\s+into|update|delete(?:\\s+" + NAME
					+ ")?\\s+from|delete)\\s+(?:only\\s+)?(?:" + NAME + "\\.)*(" + NAME + ")",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private static final Pattern SET = Pattern.compile("\\bset\\s+(?:" + NAME + "\\.)*(" + NAME + ")\\s*=",
			Pattern.CASE_INSENSITIVE);

	/** Return what a statement does, empty when it is none of the three. */
	static Optional<BulkStatement> of(String sql) {
		Matcher matcher = START.matcher(sql);
		if (!matcher.find()) {
			return Optional.empty();
		}
		String verb = matcher.group(1).substring(0, 6).toUpperCase(Locale.ROOT);
		return Optional.of(new BulkStatement(Operation.valueOf(verb), name(matcher.group(2))));
	}

	/** Return whether a statement is an update that sets a column before any other. */
	static boolean sets(String sql, String column) {
		Matcher matcher = SET.matcher(sql);
		return matcher.find() && name(matcher.group(1)).equals(name(column));
	}

	/**
	 * Return a name as it is compared: without schema and quotes, in lower case.
	 */
	static String name(String table) {
		String last = table.substring(table.lastIndexOf('.') + 1);
		return last.replaceAll("[\"`\\[\\]]", "").toLowerCase(Locale.ROOT);
	}

}
