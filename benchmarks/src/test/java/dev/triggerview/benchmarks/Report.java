package dev.triggerview.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a topic measured, as Markdown for people and as JSON for programs. Each topic has
 * its own two files, and {@code RESULTS.md} joins the texts of all topics that were
 * measured since the last clean build.
 */
public final class Report {

	private final String topic;

	private final Effort effort;

	private final Machine machine = Machine.current();

	private final LocalDate date = LocalDate.now();

	private final Instant start = Instant.now();

	private final List<Comparison> comparisons = new ArrayList<>();

	private Duration duration = Duration.ZERO;

	Report(String topic, Effort effort) {
		this.topic = topic;
		this.effort = effort;
	}

	/** Start a comparison that will be part of this report. */
	public Comparison compare(String title, String sizeName, String baseline) {
		Comparison comparison = new Comparison(title, sizeName, baseline);
		this.comparisons.add(comparison);
		return comparison;
	}

	String topic() {
		return this.topic;
	}

	Effort effort() {
		return this.effort;
	}

	Machine machine() {
		return this.machine;
	}

	LocalDate date() {
		return this.date;
	}

	Duration duration() {
		return this.duration;
	}

	String command() {
		return "mvn -q -pl benchmarks -am verify -Pbenchmark -Dtopic=" + this.topic;
	}

	List<Comparison> comparisons() {
		return this.comparisons;
	}

	void write(Path directory) throws IOException {
		this.duration = Duration.between(this.start, Instant.now());
		Files.createDirectories(directory);
		Files.writeString(directory.resolve(this.topic + ".json"), JsonReport.of(this));
		Files.writeString(directory.resolve(this.topic + ".md"), MarkdownReport.of(this));
		Files.writeString(directory.resolve("RESULTS.md"), MarkdownReport.join(texts(directory)));
	}

	private static List<String> texts(Path directory) throws IOException {
		try (Stream<Path> files = Files.list(directory)) {
			List<String> texts = new ArrayList<>();
			for (Path file : files.filter((file) -> file.toString().endsWith(".md")).sorted().toList()) {
				if (!file.endsWith("RESULTS.md")) {
					texts.add(Files.readString(file));
				}
			}
			return texts;
		}
	}

}
