package dev.triggerview.benchmarks;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.triggerview.benchmarks.Comparison.Case;
import dev.triggerview.testing.FreshDatabase;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Lets JMH measure each variant of a method once, in a JVM of its own. The benchmark has
 * the parameters {@code variant} and {@code size}, and finds its database by Spring
 * properties.
 */
public final class JmhRound {

	private static final int ITERATIONS = 5;

	private final Class<?> benchmark;

	private final Effort effort;

	/** Prepare rounds of a benchmark class. */
	public JmhRound(Class<?> benchmark, Effort effort) {
		this.benchmark = benchmark;
		this.effort = effort;
	}

	/**
	 * Measure all variants at all sizes on a database and add what they took per item.
	 */
	public void run(Comparison comparison, FreshDatabase database, Collection<?> variants, Collection<Integer> sizes,
			String unit) {
		for (RunResult result : results(options(database, strings(variants), strings(sizes)), database)) {
			int size = Integer.parseInt(result.getParams().getParam("size"));
			String variant = result.getParams().getParam("variant");
			comparison.add(new Case(label(variants, variant), database.kind(), size), figures(result, size, unit));
		}
	}

	private Collection<RunResult> results(OptionsBuilder options, FreshDatabase database) {
		try {
			if (this.effort.smoke()) {
				properties(database).forEach(System::setProperty);
			}
			return new Runner(options.build()).run();
		}
		catch (RunnerException ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			properties(database).keySet().forEach(System::clearProperty);
		}
	}

	private OptionsBuilder options(FreshDatabase database, String[] variants, String[] sizes) {
		OptionsBuilder options = new OptionsBuilder();
		ChainedOptionsBuilder common = options.include("^" + this.benchmark.getName() + "\\.")
			.param("variant", variants)
			.param("size", sizes)
			.timeUnit(TimeUnit.NANOSECONDS)
			.shouldFailOnError(true)
			.verbosity(VerboseMode.SILENT);
		if (this.effort.smoke()) {
			common.mode(Mode.SingleShotTime).forks(0).warmupIterations(0).measurementIterations(1);
			return options;
		}
		common.mode(Mode.AverageTime)
			.forks(1)
			.warmupIterations(1)
			.warmupTime(TimeValue.milliseconds(this.effort.warmup().toMillis()))
			.measurementIterations(ITERATIONS)
			.measurementTime(TimeValue.milliseconds(this.effort.measured().toMillis() / ITERATIONS))
			.addProfiler(GCProfiler.class)
			.jvmArgs(Stream.concat(Stream.of("-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"), arguments(database))
				.toArray(String[]::new));
		return options;
	}

	private static Map<String, Double> figures(RunResult result, int size, String unit) {
		Map<String, Double> figures = new LinkedHashMap<>();
		figures.put("ns/" + unit, result.getPrimaryResult().getStatistics().getPercentile(50) / size);
		Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
		if (allocated != null) {
			figures.put("bytes/" + unit, allocated.getScore() / size);
		}
		return figures;
	}

	private static Stream<String> arguments(FreshDatabase database) {
		return Arrays.stream(database.springProperties()).map((property) -> "-D" + property);
	}

	private static Map<String, String> properties(FreshDatabase database) {
		Map<String, String> properties = new LinkedHashMap<>();
		for (String property : database.springProperties()) {
			int value = property.indexOf('=');
			properties.put(property.substring(0, value), property.substring(value + 1));
		}
		return properties;
	}

	private static String[] strings(Collection<?> values) {
		return values.stream()
			.map((value) -> (value instanceof Enum<?> constant) ? constant.name() : value.toString())
			.toArray(String[]::new);
	}

	private static String label(Collection<?> variants, String name) {
		return variants.stream()
			.filter((variant) -> variant instanceof Enum<?> constant && constant.name().equals(name))
			.map(Object::toString)
			.findFirst()
			.orElse(name);
	}

}
