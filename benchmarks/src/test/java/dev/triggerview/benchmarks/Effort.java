package dev.triggerview.benchmarks;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.triggerview.testing.TestDatabase;

/**
 * How much is done for a measurement.
 *
 * @param smoke whether only to prove that everything runs: smallest sizes, one round, no
 * JVM of its own for a method
 * @param rounds how often each variant is measured; in a round all of them take turns, so
 * that a machine whose speed drifts does not favour one
 * @param warmup for how long a method runs before it is timed
 * @param measured for how long it is timed
 * @param databases the databases to measure on
 */
public record Effort(boolean smoke, int rounds, Duration warmup, Duration measured, List<TestDatabase> databases) {

	private static final List<TestDatabase> DATABASES = List.of(TestDatabase.H2, TestDatabase.POSTGRESQL);

	/** Return the effort that proves that a topic runs and says nothing about time. */
	public static Effort smokeRun() {
		return new Effort(true, 1, Duration.ofMillis(1), Duration.ofMillis(1), DATABASES);
	}

	/**
	 * Return the effort of a measurement; system properties {@code benchmark.*} change
	 * it.
	 */
	public static Effort measurement() {
		return new Effort(false, Integer.getInteger("benchmark.rounds", 3),
				Duration.ofMillis(Integer.getInteger("benchmark.warmup", 8000)),
				Duration.ofMillis(Integer.getInteger("benchmark.measured", 6000)), chosenDatabases());
	}

	private static List<TestDatabase> chosenDatabases() {
		String names = System.getProperty("benchmark.databases", "");
		if (names.isBlank()) {
			return DATABASES;
		}
		return Arrays.stream(names.split("\\s*,\\s*"))
			.map((name) -> TestDatabase.valueOf(name.toUpperCase(Locale.ROOT)))
			.toList();
	}

	/** Return the databases to time on; a smoke run checks all, and times on one. */
	public List<TestDatabase> timedDatabases() {
		return this.smoke ? List.of(TestDatabase.H2) : this.databases;
	}

	/**
	 * Return the variants to time: those that {@code benchmark.variants} names, and the
	 * first. A smoke run has compared all, and times two.
	 */
	public <V> List<V> timedVariants(List<V> variants) {
		List<String> names = List.of(System.getProperty("benchmark.variants", "").split("\\s*,\\s*"));
		if (this.smoke) {
			return variants.subList(0, 2);
		}
		return variants.stream()
			.filter((variant) -> names.contains("") || variant == variants.get(0)
					|| variant instanceof Enum<?> constant && names.contains(constant.name()))
			.toList();
	}

	/**
	 * Return what a process gives for each variant, in the order of the variants: one
	 * process after another when they are timed, side by side in a smoke run.
	 */
	public <V, R> Map<V, R> results(Collection<V> variants, Function<V, R> process) {
		Stream<V> ordered = this.smoke ? variants.parallelStream() : variants.stream();
		return ordered.map((variant) -> Map.entry(variant, process.apply(variant)))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
	}

	/** Return the sizes to measure, or the tiny one when nothing is measured. */
	public List<Integer> sizes(int tiny, Integer... measured) {
		return this.smoke ? List.of(tiny) : List.of(measured);
	}

}
