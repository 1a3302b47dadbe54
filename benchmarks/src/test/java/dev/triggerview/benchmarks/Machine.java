package dev.triggerview.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;

/** What the measured times depend on; it names no host, user or path. */
record Machine(String processor, int processors, long memoryGiB, String system, String java) {

	static Machine current() {
		OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
		return new Machine(processorName(), Runtime.getRuntime().availableProcessors(),
				Math.round(system.getTotalMemorySize() / (double) (1L << 30)),
				system.getName() + " " + System.getProperty("os.arch"),
				System.getProperty("java.vm.vendor") + " JDK " + System.getProperty("java.runtime.version"));
	}

	private static String processorName() {
		try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
			return lines.filter((line) -> line.startsWith("model name"))
				.map((line) -> line.substring(line.indexOf(':') + 1).strip())
				.findFirst()
				.orElse("unknown processor");
		}
		catch (IOException ex) {
			return "unknown processor";
		}
	}

	@Override
	public String toString() {
		return "%d × %s, %d GiB, %s, %s".formatted(this.processors, this.processor, this.memoryGiB, this.system,
				this.java);
	}

}
