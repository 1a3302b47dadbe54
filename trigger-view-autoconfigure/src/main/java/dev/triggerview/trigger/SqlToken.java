package dev.triggerview.trigger;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * A word, quoted name, literal or sign of SQL text. Blanks and comments are no tokens.
 *
 * @param kind what it is
 * @param text the characters as they stand in the text
 * @param start where it begins
 */
record SqlToken(Kind kind, String text, int start) {

	enum Kind {

		WORD, QUOTED_NAME, LITERAL, SIGN

	}

	/** Return the tokens of a text without what only some databases write. */
	static List<SqlToken> words(String sql) {
		return words(sql, SqlSyntax.STANDARD);
	}

	static List<SqlToken> words(String sql, SqlSyntax syntax) {
		return new SqlScanner(sql, syntax).tokens();
	}

	int end() {
		return this.start + this.text.length();
	}

	boolean isAnyOf(String... words) {
		return (this.kind == Kind.WORD || this.kind == Kind.SIGN)
				&& Arrays.stream(words).anyMatch(this.text::equalsIgnoreCase);
	}

	boolean isName() {
		return this.kind == Kind.WORD || this.kind == Kind.QUOTED_NAME;
	}

	boolean isQuoted() {
		return this.kind == Kind.QUOTED_NAME;
	}

	/**
	 * Return this token where only a name can stand: SQLite takes text in single quotes
	 * for a name there (SQLite documentation, SQLite Keywords).
	 */
	SqlToken inPlaceOfName() {
		return (this.kind == Kind.LITERAL && this.text.startsWith("'"))
				? new SqlToken(Kind.QUOTED_NAME, this.text, this.start) : this;
	}

	/** Return the text in which tokens of one meaning are equal. */
	String comparable() {
		return (this.kind == Kind.WORD) ? this.text.toUpperCase(Locale.ROOT) : this.text;
	}

	/** Return the name that the token stands for, folded if it is without quotes. */
	String name(UnaryOperator<String> fold) {
		return isQuoted() ? name() : fold.apply(this.text);
	}

	/** Return the name that the token stands for, without its quotes. */
	String name() {
		if (this.kind != Kind.QUOTED_NAME) {
			return this.text;
		}
		String quote = this.text.substring(this.text.length() - 1);
		return this.text.substring(1, this.text.length() - 1).replace(quote + quote, quote);
	}

}
