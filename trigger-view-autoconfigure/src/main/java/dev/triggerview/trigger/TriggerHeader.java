package dev.triggerview.trigger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * What a complete {@code CREATE TRIGGER} statement says before the body, in any of the
 * nine databases. Names are without quotes; {@link TriggerDialect#header} folds those
 * that had none as the database does.
 *
 * @param schema the schema before the trigger's name, or {@code null}
 * @param name the trigger
 * @param table the table or view
 * @param timing when it runs
 * @param events what it reacts to
 * @param updateColumns the columns after {@code UPDATE OF}
 * @param level how often it runs, {@code null} if the statement does not say
 * @param when the condition, or {@code null}
 * @param behind the trigger that HSQLDB puts it behind, or {@code null}
 */
public record TriggerHeader(@Nullable String schema, String name, RelationName table, TriggerTiming timing,
		Set<TriggerEvent> events, List<String> updateColumns, @Nullable TriggerLevel level, @Nullable String when,
		@Nullable String behind) {

	/**
	 * Read a statement; empty if it is no {@code CREATE TRIGGER} statement with name,
	 * table and event.
	 */
	public static Optional<TriggerHeader> parse(String sql) {
		return parse(sql, UnaryOperator.identity());
	}

	static Optional<TriggerHeader> parse(String sql, UnaryOperator<String> fold) {
		return new Parser(sql, fold).parse();
	}

	/**
	 * Return whether a condition is that of the statement, however the two are laid out
	 * and put into parentheses.
	 */
	public boolean hasCondition(String condition) {
		return this.when != null && words(this.when).equals(words(condition));
	}

	TriggerHeader withLevel(TriggerLevel unwritten) {
		return (this.level != null) ? this : new TriggerHeader(this.schema, this.name, this.table, this.timing,
				this.events, this.updateColumns, unwritten, this.when, this.behind);
	}

	private static List<String> words(String condition) {
		List<String> words = SqlToken.words(condition).stream().map(SqlToken::comparable).toList();
		while (enclosed(words)) {
			words = words.subList(1, words.size() - 1);
		}
		return words;
	}

	private static boolean enclosed(List<String> words) {
		int depth = 0;
		for (int i = 0; i < words.size(); i++) {
			depth += words.get(i).equals("(") ? 1 : words.get(i).equals(")") ? -1 : 0;
			if (depth == 0 && i < words.size() - 1) {
				return false;
			}
		}
		return words.size() > 2;
	}

	/** Return whether a text is a statement that creates something, not a body. */
	public static boolean isCreate(String text) {
		return new SqlText(text).startsWith("CREATE", "ALTER");
	}

	private static final class Parser {

		/** What may stand between two parts of a condition; any other word ends it. */
		private static final String[] OPERATORS = { "AND", "OR", "NOT", "IS", "IN", "LIKE", "BETWEEN", "COLLATE",
				"ISNULL", "NOTNULL", "GLOB", "MATCH", "REGEXP", "ESCAPE", "WHEN", "THEN", "ELSE", "END" };

		private final String sql;

		private final UnaryOperator<String> fold;

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

		private @Nullable String behind;

		Parser(String sql, UnaryOperator<String> fold) {
			this.sql = sql;
			this.fold = fold;
			this.tokens = SqlToken.words(sql);
		}

		Optional<TriggerHeader> parse() {
			if (!skipTo("TRIGGER")) {
				return Optional.empty();
			}
			if (accept("IF")) {
				skipTo("EXISTS");
			}
			this.name = qualifiedName();
			while (!atEnd() && !atBody()) {
				clause();
			}
			if (this.name == null || this.table == null || this.events.isEmpty()) {
				return Optional.empty();
			}
			return Optional.of(new TriggerHeader(this.name.schema(), this.name.name(), this.table, this.timing,
					TriggerEvent.ordered(this.events), List.copyOf(this.columns), this.level, this.when, this.behind));
		}

		/** A body without {@code BEGIN} may start with the word of an event. */
		private boolean atBody() {
			boolean complete = this.table != null && !this.events.isEmpty();
			return at("BEGIN", "DECLARE", "AS", "CALL", "EXECUTE") || complete && atEvent();
		}

		private boolean atEvent() {
			return at("INSERT", "UPDATE", "DELETE", "TRUNCATE");
		}

		private void clause() {
			if (atEvent()) {
				events();
			}
			else if (this.table != null && accept("BEFORE")) {
				this.behind = name(next());
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
			else if (accept("REFERENCING")) {
				referencing();
			}
			else if (accept("WITH")) {
				options();
			}
			else if (accept("COMPOUND")) {
				this.timing = TriggerTiming.COMPOUND;
			}
			else {
				this.position++;
			}
		}

		private void events() {
			while (atEvent()) {
				this.events.add(TriggerEvent.parse(next().text()));
				if (accept("OF") && !atEnd()) {
					columns();
				}
				if (!accept(",")) {
					accept("OR");
				}
			}
		}

		private void columns() {
			do {
				this.columns.add(name(next()));
			}
			while (accept(",") && !atEnd());
		}

		/**
		 * The names of rows and tables stand behind words that end a header elsewhere.
		 */
		private void referencing() {
			while (accept("OLD") || accept("NEW") || accept("PARENT")) {
				if (!accept("ROW")) {
					accept("TABLE");
				}
				accept("AS");
				this.position++;
			}
		}

		/** The options of SQL Server, such as {@code EXECUTE AS OWNER}. */
		private void options() {
			while (!atEnd() && !at("FOR", "AFTER", "INSTEAD")) {
				this.position++;
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
			while (!atEnd() && !(depth == 0 && atEndOfCondition(from))) {
				depth += at("(") ? 1 : at(")") ? -1 : 0;
				this.position++;
			}
			int end = atEnd() ? this.sql.length() : this.tokens.get(this.position).start();
			if (from < this.tokens.size()) {
				this.when = this.sql.substring(this.tokens.get(from).start(), end).strip();
			}
		}

		private boolean atEndOfCondition(int from) {
			boolean afterParenthesis = this.position > from && this.tokens.get(this.position - 1).isAnyOf(")");
			boolean word = this.tokens.get(this.position).isName() && !at(OPERATORS);
			return at("BEGIN", "DECLARE", "CALL", "EXECUTE") || afterParenthesis && word;
		}

		private @Nullable RelationName qualifiedName() {
			List<String> parts = new ArrayList<>();
			do {
				if (atEnd() || !this.tokens.get(this.position).inPlaceOfName().isName()) {
					return null;
				}
				parts.add(name(next()));
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
			boolean found = at(word);
			this.position += found ? 1 : 0;
			return found;
		}

		private boolean at(String... words) {
			return !atEnd() && this.tokens.get(this.position).isAnyOf(words);
		}

		private boolean atEnd() {
			return this.position >= this.tokens.size();
		}

		private String name(SqlToken token) {
			return token.inPlaceOfName().name(this.fold);
		}

		private SqlToken next() {
			return this.tokens.get(this.position++);
		}

	}

}
