package dev.triggerview.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.triggerview.testing.FreshDatabase;

/** One of the two variants that take turns in one JVM, each with its own database. */
public enum Side {

	/** The variant that the other is compared with. */
	BASELINE,

	/** The variant that is measured. */
	VARIANT;

	private static final List<Side> TURNS = List.of(BASELINE, VARIANT, VARIANT, BASELINE);

	/** How many iterations it takes until the turns repeat. */
	static final int CYCLE = TURNS.size();

	/** Return whose turn an iteration is: neither of them is always the second. */
	static Side of(int iteration) {
		return TURNS.get(iteration % CYCLE);
	}

	/** Return the Spring properties that lead to the database of this side. */
	public String[] springProperties() {
		return System.getProperty(key()).split("\n");
	}

	void set(FreshDatabase database) {
		System.setProperty(key(), value(database));
	}

	void clear() {
		System.clearProperty(key());
	}

	/** Return the argument that tells another JVM of the database. */
	String jvmArgument(FreshDatabase database) {
		return "-D" + key() + "=" + value(database);
	}

	private String key() {
		return "benchmark." + name().toLowerCase(Locale.ROOT);
	}

	private static String value(FreshDatabase database) {
		return String.join("\n",
				Stream
					.concat(Arrays.stream(database.springProperties()),
							Stream.of("spring.datasource.hikari.maximum-pool-size=4"))
					.toList());
	}

}
