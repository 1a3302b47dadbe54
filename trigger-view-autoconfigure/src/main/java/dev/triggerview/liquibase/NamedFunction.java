package dev.triggerview.liquibase;

import org.jspecify.annotations.Nullable;

/**
 * A function as a changelog names it, with its arguments in an attribute of their own or
 * in parentheses behind the name.
 *
 * @param name the name
 * @param arguments the arguments, {@code null} if they are not named
 */
record NamedFunction(String name, @Nullable String arguments) {

	static NamedFunction of(@Nullable String name, @Nullable String arguments) {
		String text = (name != null) ? name : "";
		int from = text.indexOf('(');
		if (from <= 0 || !text.endsWith(")")) {
			return new NamedFunction(text, arguments);
		}
		return new NamedFunction(text.substring(0, from).strip(),
				(arguments != null) ? arguments : text.substring(from + 1, text.length() - 1));
	}

}
