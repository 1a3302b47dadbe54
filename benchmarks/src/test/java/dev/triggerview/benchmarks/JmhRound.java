package dev.triggerview.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.triggerview.benchmarks.Comparison.Case;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Lets JMH measure each variant of a method, in a JVM and a database of its own. The JVMs
 * are there at the same time and take {@link Turns}, one iteration each. The benchmark
 * {@link TakesTurns}, has the parameters {@code variant} and {@code size}, and finds its
 * database by Spring properties.
 */
public final class JmhRound {

	private static final int WARMUPS = 6;

	private static final int MIN_TURNS = 20;

	private static final int MAX_TURNS = 200;

	private static final String ALLOCATED = "gc.alloc.rate.norm";

	private final Class<? extends TakesTurns> benchmark;

	private final Effort effort;

	private final String heap;

	/**
	 * Prepare rounds of a benchmark class.
	 * @param gigabytes the heap of each JVM: enough that what is measured is not the
	 * collector
	 */
	public JmhRound(Class<? extends TakesTurns> benchmark, Effort effort, int gigabytes) {
		this.benchmark = benchmark;
		this.effort = effort;
		this.heap = gigabytes + "g";
	}

	/**
	 * Measure all variants at all sizes on a database and add what they took per item.
	 */
	public void run(Comparison comparison, TestDatabase kind, Collection<?> variants, Collection<Integer> sizes,
			String unit) {
		for (int size : sizes) {
			Map<Object, RunResult> results = this.effort.smoke() ? oneByOne(kind, variants, size)
					: inTurns(kind, variants, size);
			results.forEach((variant, result) -> {
				Case measured = new Case(variant.toString(), kind, size);
				for (IterationResult iteration : JmhRun.iterations(result)) {
					comparison.add(measured, figures(iteration, size, unit));
				}
			});
		}
	}

	private Map<Object, RunResult> oneByOne(TestDatabase kind, Collection<?> variants, int size) {
		Map<Object, RunResult> results = new LinkedHashMap<>();
		for (Object variant : variants) {
			try (FreshDatabase database = kind.create()) {
				Map<String, String> properties = properties(database);
				properties.forEach(System::setProperty);
				results.put(variant,
						JmhRun.run(JmhRun.options(this.benchmark, variant, size)
							.mode(Mode.SingleShotTime)
							.forks(0)
							.warmupIterations(0)
							.measurementIterations(1)));
				properties.keySet().forEach(System::clearProperty);
			}
		}
		return results;
	}

	private Map<Object, RunResult> inTurns(TestDatabase kind, Collection<?> variants, int size) {
		System.setProperty("jmh.ignoreLock", "true");
		ExecutorService processes = Executors.newFixedThreadPool(variants.size());
		try (Turns turns = Turns.among(variants.size())) {
			Map<Object, Future<RunResult>> running = new LinkedHashMap<>();
			variants
				.forEach((variant) -> running.put(variant, processes.submit(() -> fork(kind, variant, size, turns))));
			Map<Object, RunResult> results = new LinkedHashMap<>();
			for (Map.Entry<Object, Future<RunResult>> each : running.entrySet()) {
				results.put(each.getKey(), each.getValue().get());
			}
			return results;
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			processes.shutdownNow();
		}
	}

	private RunResult fork(TestDatabase kind, Object variant, int size, Turns turns) {
		try (FreshDatabase database = kind.create()) {
			List<String> arguments = new ArrayList<>(List.of("-Xms" + this.heap, "-Xmx" + this.heap, "-XX:+UseSerialGC",
					"-D" + TakesTurns.PORT + "=" + turns.port(), "-Dspring.datasource.hikari.maximum-pool-size=4"));
			properties(database).forEach((name, value) -> arguments.add("-D" + name + "=" + value));
			return JmhRun.run(JmhRun.options(this.benchmark, variant, size)
				.mode(Mode.AverageTime)
				.forks(1)
				.warmupIterations(WARMUPS)
				.warmupTime(TimeValue.milliseconds(this.effort.warmup().toMillis() / WARMUPS))
				.measurementIterations(turns(size))
				.measurementTime(TimeValue.milliseconds(this.effort.measured().toMillis() / turns(size)))
				.addProfiler(GCProfiler.class)
				.jvmArgs(arguments.toArray(String[]::new)));
		}
	}

	/**
	 * The shorter the work, the more turns: a second of a busy machine differs by half.
	 */
	private static int turns(int size) {
		return Math.max(MIN_TURNS, Math.min(MAX_TURNS, MIN_TURNS * 10_000 / size));
	}

	private static Map<String, Double> figures(IterationResult iteration, int size, String unit) {
		Map<String, Double> figures = new LinkedHashMap<>();
		figures.put("ns/" + unit, iteration.getPrimaryResult().getScore() / size);
		if (iteration.getSecondaryResults().containsKey(ALLOCATED)) {
			figures.put("bytes/" + unit, iteration.getSecondaryResults().get(ALLOCATED).getScore() / size);
		}
		return figures;
	}

	private static Map<String, String> properties(FreshDatabase database) {
		Map<String, String> properties = new LinkedHashMap<>();
		for (String property : database.springProperties()) {
			int value = property.indexOf('=');
			properties.put(property.substring(0, value), property.substring(value + 1));
		}
		return properties;
	}

}
