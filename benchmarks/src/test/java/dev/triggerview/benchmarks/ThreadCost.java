package dev.triggerview.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;

import com.sun.management.ThreadMXBean;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * What an iteration costs its thread, without what happens beside it: the processor time
 * that the operating system counts, and the bytes that the JVM counts.
 */
public final class ThreadCost implements InternalProfiler {

	static final String CPU = "thread.cpu";

	static final String ALLOCATED = "thread.allocated";

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private static volatile long cpu;

	private static volatile long allocated;

	static void begin() {
		allocated = -THREADS.getCurrentThreadAllocatedBytes();
		cpu = -THREADS.getCurrentThreadCpuTime();
	}

	static void end() {
		cpu += THREADS.getCurrentThreadCpuTime();
		allocated += THREADS.getCurrentThreadAllocatedBytes();
	}

	@Override
	public String getDescription() {
		return "Processor time and allocation of the measured thread";
	}

	@Override
	public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
	}

	@Override
	public Collection<? extends Result<?>> afterIteration(BenchmarkParams benchmark, IterationParams iteration,
			IterationResult result) {
		double operations = result.getMetadata().getAllOps();
		return List.of(new ScalarResult(CPU, cpu / operations, "ns/op", AggregationPolicy.AVG),
				new ScalarResult(ALLOCATED, allocated / operations, "B/op", AggregationPolicy.AVG));
	}

}
