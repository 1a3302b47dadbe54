package dev.triggerview.event;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of an update or delete that says which rows it writes.
 *
 * @param table the table, with its alias
 * @param condition everything from {@code where} on, empty without
 * @param skipped how many parameters stand before the condition
 */
record BulkSelection(String table, String condition, int skipped) {

	private static final Pattern TOKEN = Pattern
		.compile("'(?:[^']|'')*'|\"[^\"]*\"|`[^`]*`|\\[[^]]*]|/\\*.*?\\*/|--[^\\n]*|[(),?]|[\\w$]+", Pattern.DOTALL);

	/**
	 * Return the selection of a statement, empty for inserts and for statements on more
	 * than one table.
	 */
	static Optional<BulkSelection> of(String sql) {
		// A backslash escapes a quote in some databases and is itself in others.
		return (sql.indexOf('\\') < 0 && !sql.contains("$$")) ? new Scan(sql).selection() : Optional.empty();
	}

	/** Return the query for a column of the rows. */
	String query(String column) {
		return "select " + column + " from " + this.table + " " + this.condition;
	}

	/** Reads the words of a statement that stand outside of parentheses. */
	private static final class Scan {

		private final String sql;

		private int depth;

		private int parameters;

		private int tableStart = -1;

		private int tableEnd = -1;

		private int where = -1;

		private int skipped;

		private String verb = "";

		private boolean complex;

		Scan(String sql) {
			this.sql = sql;
		}

		Optional<BulkSelection> selection() {
			Matcher tokens = TOKEN.matcher(this.sql);
			while (tokens.find()) {
				token(tokens.group().toLowerCase(Locale.ROOT), tokens);
			}
			if (this.complex || this.tableStart < 0 || this.tableEnd < 0 && this.verb.equals("update")) {
				return Optional.empty();
			}
			int end = (this.tableEnd >= 0) ? this.tableEnd : this.sql.length();
			return Optional.of(new BulkSelection(this.sql.substring(this.tableStart, end).strip(),
					(this.where >= 0) ? this.sql.substring(this.where) : "",
					(this.where >= 0) ? this.skipped : this.parameters));
		}

		private void token(String token, Matcher at) {
			switch (token) {
				case "(" -> this.depth++;
				case ")" -> this.depth--;
				case "?" -> this.parameters++;
				default -> {
					if (this.depth == 0 && !token.startsWith("/*") && !token.startsWith("--")) {
						word(token, at);
					}
				}
			}
		}

		private void word(String word, Matcher at) {
			if (this.verb.isEmpty()) {
				this.verb = word;
				this.tableStart = word.equals("update") ? at.end() : -1;
				this.complex = !word.equals("update") && !word.equals("delete");
			}
			else if (this.where < 0) {
				beforeCondition(word, at);
			}
			else if (word.equals("returning")) {
				this.complex = true;
			}
		}

		private void beforeCondition(String word, Matcher at) {
			boolean ofDelete = this.verb.equals("delete");
			switch (word) {
				case "from" -> {
					this.complex |= !ofDelete || this.tableStart >= 0;
					this.tableStart = at.end();
				}
				case "set" -> this.tableEnd = at.start();
				case "where" -> {
					this.where = at.start();
					this.skipped = this.parameters;
					this.tableEnd = ofDelete ? at.start() : this.tableEnd;
				}
				case "join", "using", "returning", "order", "limit" -> this.complex = true;
				case "," -> this.complex |= this.tableEnd < 0;
				default -> {
				}
			}
		}

	}

}
