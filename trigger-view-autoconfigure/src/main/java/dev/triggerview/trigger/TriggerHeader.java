package dev.triggerview.trigger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a complete {@code CREATE TRIGGER} statement says before the body, in any of the
 * nine databases. Names are as they stand in the text, without quotes.
 *
 * @param schema the schema before the trigger's name, or {@code null}
 * @param name the trigger
 * @param table the table or view
 * @param timing when it runs
 * @param events what it reacts to
 * @param updateColumns the columns after {@code UPDATE OF}
 * @param level how often it runs, {@code null} if the statement does not say
 * @param when the condition, or {@code null}
 */
public record TriggerHeader(@Nullable String schema, String name, RelationName table, TriggerTiming timing,
		Set<TriggerEvent> events, List<String> updateColumns, @Nullable TriggerLevel level, @Nullable String when) {

	/**
	 * Read a statement; empty if it is no {@code CREATE TRIGGER} statement with name,
	 * table and event.
	 */
	public static Optional<TriggerHeader> parse(String sql) {
		return new Parser(sql).parse();
	}

	/** Return whether a text is a statement that creates something, not a body. */
	public static boolean isCreate(String text) {
		return new SqlText(text).startsWith("CREATE", "ALTER");
	}

	private static final class Parser {

		private final String sql;

		private final List<SqlToken> tokens;

		private int position;

		private @Nullable RelationName name;

		private @Nullable RelationName table;

		/** Without a word, SQLite runs a trigger before the write. */
		private TriggerTiming timing = TriggerTiming.BEFORE;

		private final List<TriggerEvent> events = new ArrayList<>();

		private final List<String> columns = new ArrayList<>();

		private @Nullable TriggerLevel level;

		private @Nullable String when;

		Parser(String sql) {
			this.sql = sql;
			this.tokens = SqlToken.words(sql, false);
		}

		Optional<TriggerHeader> parse() {
			if (!skipTo("TRIGGER")) {
				return Optional.empty();
			}
			if (accept("IF")) {
				skipTo("EXISTS");
			}
			this.name = qualifiedName();
			while (!atEnd() && !at("BEGIN", "DECLARE", "AS", "CALL", "EXECUTE")) {
				clause();
			}
			if (this.name == null || this.table == null || this.events.isEmpty()) {
				return Optional.empty();
			}
			return Optional.of(new TriggerHeader(this.name.schema(), this.name.name(), this.table, this.timing,
					TriggerEvent.ordered(this.events), List.copyOf(this.columns), this.level, this.when));
		}

		private void clause() {
			if (at("INSERT", "UPDATE", "DELETE", "TRUNCATE")) {
				event();
			}
			else if (at("BEFORE", "AFTER")) {
				this.timing = TriggerTiming.parse(next().text());
			}
			else if (accept("INSTEAD")) {
				this.timing = TriggerTiming.INSTEAD_OF;
			}
			else if (accept("ON")) {
				this.table = qualifiedName();
			}
			else if (accept("WHEN")) {
				condition();
			}
			else if (accept("FOR")) {
				forClause();
			}
			else if (accept("COMPOUND")) {
				this.timing = TriggerTiming.COMPOUND;
			}
			else {
				this.position++;
			}
		}

		private void event() {
			this.events.add(TriggerEvent.parse(next().text()));
			if (accept("OF") && !atEnd()) {
				do {
					this.columns.add(next().name());
				}
				while (accept(",") && !atEnd());
			}
		}

		/** {@code FOR EACH ROW}, or the events of SQL Server and of compound triggers. */
		private void forClause() {
			if (!accept("EACH")) {
				this.timing = TriggerTiming.AFTER;
			}
			else if (at("ROW", "STATEMENT")) {
				this.level = TriggerLevel.parse(next().text());
			}
		}

		private void condition() {
			int from = this.position;
			int depth = 0;
			while (!atEnd() && !(depth == 0 && at("BEGIN", "DECLARE", "CALL", "EXECUTE"))) {
				depth += at("(") ? 1 : at(")") ? -1 : 0;
				this.position++;
			}
			int end = atEnd() ? this.sql.length() : this.tokens.get(this.position).start();
			if (from < this.tokens.size()) {
				this.when = this.sql.substring(this.tokens.get(from).start(), end).strip();
			}
		}

		private @Nullable RelationName qualifiedName() {
			List<String> parts = new ArrayList<>();
			do {
				if (atEnd() || !this.tokens.get(this.position).isName()) {
					return null;
				}
				parts.add(next().name());
			}
			while (accept("."));
			String last = parts.get(parts.size() - 1);
			return (parts.size() > 1) ? RelationName.of(parts.get(parts.size() - 2), last) : RelationName.of(last);
		}

		private boolean skipTo(String word) {
			while (!atEnd() && !at(word)) {
				this.position++;
			}
			return accept(word);
		}

		private boolean accept(String word) {
			boolean found = !atEnd() && at(word);
			this.position += found ? 1 : 0;
			return found;
		}

		private boolean at(String... words) {
			return this.tokens.get(this.position).isAnyOf(words);
		}

		private boolean atEnd() {
			return this.position >= this.tokens.size();
		}

		private SqlToken next() {
			return this.tokens.get(this.position++);
		}

	}

}
