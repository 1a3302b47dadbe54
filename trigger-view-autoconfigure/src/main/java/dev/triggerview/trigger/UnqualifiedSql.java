package dev.triggerview.trigger;

import java.util.List;
import java.util.Objects;

/**
 * SQL text in which the names of one schema stand without the schema, so that it can be
 * run in another one and compared with the text from there.
 */
public final class UnqualifiedSql {

	private final TriggerDialect dialect;

	/** Create for the text of one database. */
	public UnqualifiedSql(TriggerDialect dialect) {
		this.dialect = dialect;
	}

	/**
	 * Return a statement without the schema, or the catalog where that is what Liquibase
	 * calls schema, in front of names. Literals stay as they are, also a quoted body.
	 * @param sql the statement
	 * @param object any object of the schema
	 */
	public String of(String sql, RelationName object) {
		String qualifier = (object.schema() != null) ? object.schema() : object.catalog();
		List<SqlToken> tokens = this.dialect.text(sql).tokens();
		StringBuilder text = new StringBuilder();
		int position = 0;
		for (int i = 0; i + 1 < tokens.size(); i++) {
			SqlToken token = tokens.get(i);
			boolean first = i == 0 || !tokens.get(i - 1).isAnyOf(".");
			if (first && token.isName() && token.name().equals(qualifier) && tokens.get(i + 1).isAnyOf(".")) {
				text.append(sql, position, token.start());
				position = tokens.get(i + 1).end();
			}
		}
		return text.append(sql.substring(position)).toString();
	}

	/** Return whether two statements differ in blanks and comments only. */
	public boolean same(String first, String second) {
		return this.dialect.text(first)
			.tokens()
			.stream()
			.map(SqlToken::text)
			.toList()
			.equals(this.dialect.text(second).tokens().stream().map(SqlToken::text).toList());
	}

	/** Return whether two statements have the same words, in any order. */
	boolean sameWords(String first, String second) {
		return Objects.equals(words(first), words(second));
	}

	private List<String> words(String sql) {
		return this.dialect.text(sql).tokens().stream().map(SqlToken::name).sorted().toList();
	}

}
