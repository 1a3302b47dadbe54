package dev.triggerview.trigger;

import org.jspecify.annotations.Nullable;

/**
 * A function as a changelog declares it.
 *
 * @param name the name, exactly as in the catalog
 * @param arguments the parameters as between the parentheses of the statement; empty for
 * none
 * @param returns the type that it returns, {@code null} in front of a complete statement
 * @param language the language of the text, {@code null} for the usual one of the
 * database
 * @param securityDefiner whether it runs with the rights of its owner
 * @param searchPath the search path it runs with (PostgreSQL), {@code null} for the
 * caller's
 * @param text the body, or the complete statement from {@code CREATE} to its end
 * @param remarks the comment that the catalog keeps, or {@code null}
 */
public record FunctionDefinition(RelationName name, String arguments, @Nullable String returns,
		@Nullable String language, boolean securityDefiner, @Nullable String searchPath, String text,
		@Nullable String remarks) {

	public FunctionDefinition {
		if (text.isBlank()) {
			throw new IllegalArgumentException("Function " + name + " needs a body");
		}
		if (returns == null && !TriggerHeader.isCreate(text)) {
			throw new IllegalArgumentException(
					"Function " + name + " needs the type it returns, or a complete CREATE FUNCTION statement");
		}
	}

	/**
	 * Return the function with a comment: that of another one, unless it declares one.
	 */
	FunctionDefinition commentedAs(Function present) {
		return new FunctionDefinition(this.name, this.arguments, this.returns, this.language, this.securityDefiner,
				this.searchPath, this.text, (this.remarks != null) ? this.remarks : present.remarks().orElse(null));
	}

	/** Return whether the text is the whole statement. */
	public boolean complete() {
		return TriggerHeader.isCreate(this.text);
	}

}
