package dev.triggerview.benchmarks.views;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

import dev.triggerview.benchmarks.ForkedJvm.Outcome;
import dev.triggerview.benchmarks.views.Streaming.Sum;

import org.springframework.context.ConfigurableApplicationContext;

/** Streams all rows of the view, in a JVM whose heap could not hold them. */
final class StreamProgram {

	private StreamProgram() {
	}

	public static void main(String[] args) {
		try (ConfigurableApplicationContext context = ReadingApplication.start()) {
			long start = System.nanoTime();
			Sum sum = Streaming.valueOf(args[0]).sum(context);
			Outcome.figure("ns/row", (System.nanoTime() - start) / (double) sum.rows());
			Outcome.figure("peak heap MiB", peakHeap() / (double) (1 << 20));
			Outcome.answer(sum);
		}
	}

	private static long peakHeap() {
		return ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.filter((pool) -> pool.getType() == MemoryType.HEAP)
			.map(MemoryPoolMXBean::getPeakUsage)
			.mapToLong((peak) -> peak.getUsed())
			.sum();
	}

}
