package dev.triggerview.benchmarks;

/** One question about speed, answered by comparisons of variants that return the same. */
public interface Topic {

	/** Return the name by which the topic is asked for. */
	String name();

	/**
	 * Check that the variants agree, then measure them.
	 * @throws VariantsDisagreeException if two variants do not return the same
	 */
	void measure(Effort effort, Report report);

}
