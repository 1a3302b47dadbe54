package dev.triggerview.trigger;

import java.util.ArrayList;
import java.util.List;

import dev.triggerview.trigger.SqlToken.Kind;

/** Cuts SQL text into tokens, with the quotes of all nine databases. */
final class SqlScanner {

	private final String sql;

	private final SqlSyntax syntax;

	SqlScanner(String sql, SqlSyntax syntax) {
		this.sql = sql;
		this.syntax = syntax;
	}

	List<SqlToken> tokens() {
		List<SqlToken> tokens = new ArrayList<>();
		int position = 0;
		while (position < this.sql.length()) {
			int end = endOfBlank(position);
			if (end == position) {
				SqlToken token = at(position);
				tokens.add(token);
				end = token.end();
			}
			position = end;
		}
		return tokens;
	}

	private int endOfBlank(int start) {
		if (Character.isWhitespace(this.sql.charAt(start))) {
			return start + 1;
		}
		if (isLineComment(start)) {
			return endOf("\n", start + 1);
		}
		return isBlockComment(start) ? endOfBlockComment(start + 2) : start;
	}

	private boolean isLineComment(int start) {
		boolean dashes = this.sql.startsWith("--", start);
		if (this.syntax != SqlSyntax.MYSQL) {
			return dashes;
		}
		boolean blank = start + 2 >= this.sql.length() || this.sql.charAt(start + 2) <= ' ';
		return (dashes && blank) || this.sql.charAt(start) == '#';
	}

	private boolean isBlockComment(int start) {
		boolean code = this.syntax == SqlSyntax.MYSQL
				&& (this.sql.startsWith("/*!", start) || this.sql.startsWith("/*M!", start));
		return this.sql.startsWith("/*", start) && !code;
	}

	private int endOfBlockComment(int from) {
		int end = endOf("*/", from);
		int nested = (this.syntax == SqlSyntax.POSTGRESQL) ? this.sql.indexOf("/*", from) : -1;
		return (nested >= 0 && nested < end - 2) ? endOfBlockComment(endOfBlockComment(nested + 2)) : end;
	}

	private SqlToken at(int start) {
		char first = this.sql.charAt(start);
		return switch (first) {
			case '\'' -> token(Kind.LITERAL, start, endOfQuoted(start, first));
			case '"', '`' -> token(Kind.QUOTED_NAME, start, endOfQuoted(start, first));
			case '[' -> token(Kind.QUOTED_NAME, start, endOfQuoted(start, ']'));
			case '$' -> dollarQuoted(start);
			case 'E', 'e' ->
				isEscaped(start) ? token(Kind.LITERAL, start, endOfQuoted(start + 1, '\'', true)) : word(start);
			default -> word(start);
		};
	}

	private boolean isEscaped(int start) {
		return this.syntax == SqlSyntax.POSTGRESQL && isAt(start + 1, '\'');
	}

	private SqlToken word(int start) {
		int end = endOfWord(start, (this.syntax == SqlSyntax.MYSQL) ? "_$@" : "_$@#");
		return (end > start) ? token(Kind.WORD, start, end) : token(Kind.SIGN, start, start + 1);
	}

	private SqlToken dollarQuoted(int start) {
		int tagEnd = endOfWord(start + 1, "_");
		if (tagEnd >= this.sql.length() || this.sql.charAt(tagEnd) != '$') {
			return token(Kind.WORD, start, tagEnd);
		}
		String tag = this.sql.substring(start, tagEnd + 1);
		return token(Kind.LITERAL, start, endOf(tag, tagEnd + 1));
	}

	private int endOfQuoted(int start, char quote) {
		return endOfQuoted(start, quote, this.syntax == SqlSyntax.MYSQL && quote != '`');
	}

	private int endOfQuoted(int start, char quote, boolean escapes) {
		int position = start + 1;
		while (position < this.sql.length()) {
			char character = this.sql.charAt(position);
			if (character == quote && !isAt(position + 1, quote)) {
				return position + 1;
			}
			boolean pair = character == quote || (character == '\\' && escapes);
			position += pair ? 2 : 1;
		}
		return this.sql.length();
	}

	private boolean isAt(int position, char character) {
		return position < this.sql.length() && this.sql.charAt(position) == character;
	}

	private int endOfWord(int start, String signs) {
		int end = start;
		while (end < this.sql.length() && isWordPart(this.sql.charAt(end), signs)) {
			end++;
		}
		return end;
	}

	private static boolean isWordPart(char character, String signs) {
		return Character.isLetterOrDigit(character) || Character.isSurrogate(character)
				|| signs.indexOf(character) >= 0;
	}

	private int endOf(String mark, int from) {
		int index = this.sql.indexOf(mark, from);
		return (index < 0) ? this.sql.length() : index + mark.length();
	}

	private SqlToken token(Kind kind, int start, int end) {
		return new SqlToken(kind, this.sql.substring(start, Math.min(end, this.sql.length())), start);
	}

}
