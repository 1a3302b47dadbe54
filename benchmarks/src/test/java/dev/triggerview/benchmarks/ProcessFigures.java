package dev.triggerview.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;
import dev.triggerview.benchmarks.ForkedJvm.Outcome;

/** What a whole process used, told from inside it. */
public final class ProcessFigures {

	private ProcessFigures() {
	}

	/**
	 * Tell the processor time up to now, of the calling thread too, which neither the
	 * compiler nor other processes disturb much, and, on Linux, the largest resident
	 * memory.
	 */
	public static void tell() {
		Outcome.figure("thread CPU ms", ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6);
		OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
		Outcome.figure("CPU ms", system.getProcessCpuTime() / 1e6);
		try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
			lines.filter((line) -> line.startsWith("VmHWM:"))
				.forEach((line) -> Outcome.figure("peak MiB", Long.parseLong(line.replaceAll("\\D", "")) / 1024.0));
		}
		catch (IOException ex) {
			// Another system than Linux: the peak stays untold.
			return;
		}
	}

}
