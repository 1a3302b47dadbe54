package dev.triggerview.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.triggerview.benchmarks.Comparison.Case;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Lets JMH measure a variant of a method beside the baseline, in one JVM: what differs
 * from one JVM to the next, as what was compiled when, is the same for both. They take
 * turns, one iteration each. The benchmark has {@link TwoSides} and the parameters
 * {@code variant} and {@code size}.
 */
public final class JmhPair {

	private static final int WARMUPS = 2 * Side.CYCLE;

	private static final int MIN_CYCLES = 5;

	private static final int MAX_CYCLES = 100;

	private final Class<? extends TwoSides> benchmark;

	private final Effort effort;

	/** Prepare measurements with a benchmark class. */
	public JmhPair(Class<? extends TwoSides> benchmark, Effort effort) {
		this.benchmark = benchmark;
		this.effort = effort;
	}

	/**
	 * Measure a variant and add the medians of its turns, of the baseline's turns, and of
	 * the ratios of all cycles of turns.
	 */
	public void run(Comparison comparison, Case measured, Enum<?> variant, String unit) {
		Map<String, List<Double>> baselines = new LinkedHashMap<>();
		Map<String, List<Double>> variants = new LinkedHashMap<>();
		Map<String, List<Double>> ratios = new LinkedHashMap<>();
		List<IterationResult> turns = iterations(measured, variant);
		for (int first = 0; first < turns.size(); first += Side.CYCLE) {
			List<IterationResult> cycle = turns.subList(first, first + Side.CYCLE);
			Map<String, Double> baseline = figures(cycle, Side.BASELINE, measured.size(), unit);
			add(baselines, baseline);
			figures(cycle, Side.VARIANT, measured.size(), unit).forEach((figure, value) -> {
				add(variants, Map.of(figure, value));
				add(ratios, Map.of(figure, value / baseline.get(figure)));
			});
		}
		comparison.add(comparison.baseline(measured), medians(baselines));
		comparison.add(measured, medians(variants));
		comparison.addRatios(measured, medians(ratios));
	}

	private List<IterationResult> iterations(Case measured, Enum<?> variant) {
		try (FreshDatabase one = measured.database().create(); FreshDatabase other = measured.database().create()) {
			ChainedOptionsBuilder options = JmhRun.options(this.benchmark, variant, measured.size())
				.addProfiler(ThreadCost.class);
			return JmhRun.iterations(
					this.effort.smoke() ? once(options, one, other) : inTurns(options, measured.size(), one, other));
		}
	}

	private RunResult once(ChainedOptionsBuilder options, FreshDatabase one, FreshDatabase other) {
		Side.BASELINE.set(one);
		Side.VARIANT.set(other);
		try {
			return JmhRun
				.run(options.mode(Mode.SingleShotTime).forks(0).warmupIterations(0).measurementIterations(Side.CYCLE));
		}
		finally {
			Side.BASELINE.clear();
			Side.VARIANT.clear();
		}
	}

	private RunResult inTurns(ChainedOptionsBuilder options, int size, FreshDatabase one, FreshDatabase other) {
		int turns = Side.CYCLE * cycles(size);
		return JmhRun.run(options.mode(Mode.AverageTime)
			.forks(1)
			.warmupIterations(WARMUPS)
			.warmupTime(TimeValue.milliseconds(2 * this.effort.warmup().toMillis() / WARMUPS))
			.measurementIterations(turns)
			.measurementTime(TimeValue.milliseconds(2 * this.effort.measured().toMillis() / turns))
			.jvmArgs("-Xms4g", "-Xmx4g", "-XX:+UseSerialGC", Side.BASELINE.jvmArgument(one),
					Side.VARIANT.jvmArgument(other)));
	}

	/**
	 * The shorter the work, the more cycles: the speed of a machine changes by the
	 * second.
	 */
	private static int cycles(int size) {
		return Math.max(MIN_CYCLES, Math.min(MAX_CYCLES, MAX_CYCLES * 1_000 / size));
	}

	/** Return what the turns of a side gave in one cycle for one of its items. */
	private static Map<String, Double> figures(List<IterationResult> cycle, Side side, int size, String unit) {
		Map<String, Double> figures = new LinkedHashMap<>();
		for (int turn = 0; turn < cycle.size(); turn++) {
			if (Side.of(turn) == side) {
				IterationResult result = cycle.get(turn);
				Map<String, Result> costs = result.getSecondaryResults();
				figures.merge("ns/" + unit, result.getPrimaryResult().getScore(), Double::sum);
				figures.merge("thread's ns/" + unit, costs.get(ThreadCost.CPU).getScore(), Double::sum);
				figures.merge("thread's bytes/" + unit, costs.get(ThreadCost.ALLOCATED).getScore(), Double::sum);
			}
		}
		figures.replaceAll((figure, sum) -> sum / (Side.CYCLE / 2) / size);
		return figures;
	}

	private static void add(Map<String, List<Double>> lists, Map<String, Double> figures) {
		figures.forEach((figure, value) -> lists.computeIfAbsent(figure, (key) -> new ArrayList<>()).add(value));
	}

	private static Map<String, Double> medians(Map<String, List<Double>> lists) {
		Map<String, Double> medians = new LinkedHashMap<>();
		lists.forEach((figure, values) -> medians.put(figure, Spread.of(values).median()));
		return medians;
	}

}
