package dev.triggerview.trigger;

import java.util.List;

/** What a trigger does: exactly one of four forms. */
public sealed interface TriggerAction {

	/**
	 * Code in the language of the database: a statement, several, or a block. On H2 it is
	 * Java source.
	 *
	 * @param text the code, without the words that precede it in {@code CREATE TRIGGER}
	 */
	record Body(String text) implements TriggerAction {

		public Body {
			requireText(text, "body");
		}

	}

	/**
	 * A call of a trigger function that exists already (PostgreSQL).
	 *
	 * @param function the function
	 * @param arguments the constant arguments, as plain text
	 */
	record FunctionCall(RelationName function, List<String> arguments) implements TriggerAction {

		public FunctionCall {
			arguments = List.copyOf(arguments);
		}

	}

	/**
	 * A Java class that the database calls (H2, HSQLDB).
	 *
	 * @param name the fully qualified name
	 */
	record JavaClass(String name) implements TriggerAction {

		public JavaClass {
			requireText(name, "Java class");
		}

	}

	/**
	 * The complete statement, from {@code CREATE} to its end.
	 *
	 * @param sql the statement
	 */
	record CompleteStatement(String sql) implements TriggerAction {

		public CompleteStatement {
			requireText(sql, "statement");
		}

	}

	private static void requireText(String text, String what) {
		if (text.isBlank()) {
			throw new IllegalArgumentException("The " + what + " of a trigger must not be empty");
		}
	}

}
