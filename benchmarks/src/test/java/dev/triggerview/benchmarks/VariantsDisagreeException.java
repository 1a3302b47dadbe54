package dev.triggerview.benchmarks;

/** Two variants of a comparison did not return the same, so their times say nothing. */
public class VariantsDisagreeException extends RuntimeException {

	/** Say which variant of a comparison returned what instead of what. */
	public VariantsDisagreeException(String comparison, Object expected, String variant, Object actual) {
		super("%s: \"%s\" returned %s instead of %s".formatted(comparison, variant, actual, expected));
	}

}
