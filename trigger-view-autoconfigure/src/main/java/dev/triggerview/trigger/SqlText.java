package dev.triggerview.trigger;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Code that a user wrote, looked at word by word and never changed inside. */
final class SqlText {

	private final String text;

	private final List<SqlToken> tokens;

	SqlText(String text) {
		this(text, SqlSyntax.STANDARD);
	}

	SqlText(String text, SqlSyntax syntax) {
		this(text, SqlToken.words(text.strip(), syntax));
	}

	private SqlText(String text, List<SqlToken> tokens) {
		this.text = text.strip();
		this.tokens = tokens;
	}

	String text() {
		return this.text;
	}

	List<SqlToken> tokens() {
		return this.tokens;
	}

	boolean startsWith(String... words) {
		return !this.tokens.isEmpty() && this.tokens.get(0).isAnyOf(words);
	}

	boolean contains(String word) {
		return this.tokens.stream().anyMatch((token) -> token.isAnyOf(word));
	}

	boolean endsWithComment() {
		return !this.tokens.isEmpty() && last().end() < this.text.length();
	}

	/** Return the text with a semicolon after its last word. */
	String terminated() {
		if (this.tokens.isEmpty() || last().isAnyOf(";")) {
			return this.text;
		}
		int end = last().end();
		return this.text.substring(0, end) + ";" + this.text.substring(end);
	}

	/** Return the text without the semicolon after its last word. */
	String unterminated() {
		if (this.tokens.isEmpty() || !last().isAnyOf(";")) {
			return this.text;
		}
		return this.text.substring(0, last().start()) + this.text.substring(last().end());
	}

	/** Return the text as a block, unless it is one already. */
	String block(String begin, String end) {
		return startsWith("BEGIN", "DECLARE") ? this.text : begin + "\n" + terminated() + "\n" + end;
	}

	/** Return the text with a blank between two minus signs side by side. */
	String withoutDoubleMinus() {
		StringBuilder result = new StringBuilder(this.text);
		for (int i = this.tokens.size() - 1; i > 0; i--) {
			SqlToken second = this.tokens.get(i);
			if (second.isAnyOf("-") && this.tokens.get(i - 1).isAnyOf("-")
					&& this.tokens.get(i - 1).end() == second.start()) {
				result.insert(second.start(), ' ');
			}
		}
		return result.toString();
	}

	/** Return the text in which it makes no difference whether a name is quoted. */
	String withoutQuotes() {
		StringBuilder result = new StringBuilder(this.text);
		for (int i = this.tokens.size() - 1; i >= 0; i--) {
			SqlToken token = this.tokens.get(i);
			result.replace(token.start(), token.end(), token.name());
		}
		return result.toString();
	}

	/**
	 * Return what is no comment and no white space, also in a body between dollar signs.
	 */
	Stream<String> code(UnaryOperator<String> body) {
		return this.tokens.stream()
			.map((token) -> (token.kind() == SqlToken.Kind.LITERAL && token.text().startsWith("$"))
					? body.apply(token.text()) : token.text());
	}

	SqlText withoutComments() {
		StringBuilder result = new StringBuilder();
		int end = 0;
		for (SqlToken token : this.tokens) {
			String gap = this.text.substring(end, token.start());
			result.append(gap.isBlank() ? gap : gap.contains("\n") ? "\n" : " ").append(token.text());
			end = token.end();
		}
		return new SqlText(result.toString());
	}

	/**
	 * Return the text without the semicolon at its end and with other words for
	 * {@code CREATE} or {@code CREATE OR REPLACE} at its beginning, unless it says more.
	 */
	String withFirstWords(String words) {
		boolean replaces = this.tokens.size() > 2 && this.tokens.get(1).isAnyOf("OR");
		return replaces ? unterminated() : words + unterminated().substring(this.tokens.get(0).end());
	}

	private SqlToken last() {
		return this.tokens.get(this.tokens.size() - 1);
	}

}
