package dev.triggerview.trigger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a complete {@code CREATE FUNCTION} statement says before the body. */
final class FunctionHeader {

	private FunctionHeader() {
	}

	/**
	 * Return the name of the function, with its schema if that is written; empty if the
	 * text is no {@code CREATE FUNCTION} or {@code CREATE ALIAS} statement.
	 * @param fold what becomes of a name without quotes
	 */
	static Optional<RelationName> name(String sql, UnaryOperator<String> fold) {
		List<SqlToken> tokens = SqlToken.words(sql);
		int position = nameStart(tokens);
		if (position >= tokens.size()) {
			return Optional.empty();
		}
		boolean qualified = position + 2 < tokens.size() && tokens.get(position + 1).isAnyOf(".");
		String first = tokens.get(position).name(fold);
		return Optional
			.of(qualified ? RelationName.of(first, tokens.get(position + 2).name(fold)) : RelationName.of(first));
	}

	/** The statement with a schema in front of the name, where it names none. */
	static String qualified(String sql, String qualifier) {
		List<SqlToken> tokens = SqlToken.words(sql);
		int position = nameStart(tokens);
		boolean open = position < tokens.size()
				&& (position + 1 == tokens.size() || !tokens.get(position + 1).isAnyOf("."));
		return open ? new StringBuilder(sql).insert(tokens.get(position).start(), qualifier).toString() : sql;
	}

	/** The arguments that a definition declares, without default values. */
	static List<String> arguments(FunctionDefinition function) {
		return arguments(function.complete() ? function.text() : "FUNCTION f(" + function.arguments() + ")");
	}

	/**
	 * What stands between the parentheses after the name, without default values; empty
	 * if there are no parentheses.
	 */
	static List<String> arguments(String sql) {
		List<SqlToken> tokens = SqlToken.words(sql);
		int position = nameStart(tokens);
		while (position < tokens.size() && !tokens.get(position).isAnyOf("(")) {
			position++;
		}
		List<String> arguments = new ArrayList<>();
		int start = -1;
		int end = -1;
		for (int depth = 0; position < tokens.size(); position++) {
			SqlToken token = tokens.get(position);
			depth += token.isAnyOf("(") ? 1 : token.isAnyOf(")") ? -1 : 0;
			boolean complete = depth == 0 || (depth == 1 && token.isAnyOf(","));
			if (complete || (depth == 1 && token.isAnyOf("DEFAULT", "="))) {
				end = (end < 0) ? token.start() : end;
			}
			if (start < 0) {
				start = token.end();
			}
			if (complete) {
				arguments.add(sql.substring(start, end).strip());
				start = token.end();
				end = -1;
			}
			if (depth == 0) {
				break;
			}
		}
		arguments.removeIf(String::isEmpty);
		return arguments;
	}

	private static int nameStart(List<SqlToken> tokens) {
		for (int i = 0; i < tokens.size() && !tokens.get(i).isAnyOf("TRIGGER", "PROCEDURE", "VIEW", "TABLE"); i++) {
			if (tokens.get(i).isAnyOf("FUNCTION", "ALIAS")) {
				boolean conditional = i + 3 < tokens.size() && tokens.get(i + 1).isAnyOf("IF");
				return conditional ? i + ((tokens.get(i + 2).isAnyOf("NOT")) ? 4 : 3) : i + 1;
			}
		}
		return tokens.size();
	}

}
