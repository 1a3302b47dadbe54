package dev.triggerview.trigger;

import org.jspecify.annotations.Nullable;

/**
 * How the function that PostgreSQL needs for a body is created.
 *
 * @param language the procedural language, {@code plpgsql} unless another is named
 * @param securityDefiner whether it runs with the rights of its owner
 * @param searchPath the search path it runs with, {@code null} for the caller's
 */
public record FunctionOptions(String language, boolean securityDefiner, @Nullable String searchPath) {

	/** PL/pgSQL with the rights and search path of the caller. */
	public static final FunctionOptions DEFAULT = new FunctionOptions("plpgsql", false, null);

}
