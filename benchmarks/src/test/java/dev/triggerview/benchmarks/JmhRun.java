package dev.triggerview.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What every run of JMH has in common here: one method, one variant, one size. */
final class JmhRun {

	private JmhRun() {
	}

	static ChainedOptionsBuilder options(Class<?> benchmark, Object variant, int size) {
		return new OptionsBuilder().include("^" + benchmark.getName() + "\\.")
			.param("variant", (variant instanceof Enum<?> constant) ? constant.name() : variant.toString())
			.param("size", String.valueOf(size))
			.timeUnit(TimeUnit.NANOSECONDS)
			.shouldFailOnError(true)
			.verbosity(VerboseMode.SILENT);
	}

	static RunResult run(ChainedOptionsBuilder options) {
		try {
			return new Runner(options.build()).runSingle();
		}
		catch (RunnerException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static List<IterationResult> iterations(RunResult result) {
		return result.getBenchmarkResults()
			.stream()
			.flatMap((process) -> process.getIterationResults().stream())
			.toList();
	}

}
