package dev.triggerview.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import dev.triggerview.benchmarks.events.EventsTopic;
import dev.triggerview.benchmarks.migrations.CatalogTopic;
import dev.triggerview.benchmarks.migrations.MigrationsTopic;
import dev.triggerview.benchmarks.startup.StartupTopic;
import dev.triggerview.benchmarks.views.ManyViewsTopic;
import dev.triggerview.benchmarks.views.ViewStreamsTopic;
import dev.triggerview.benchmarks.views.ViewsTopic;

/** Runs the topics that its arguments name, or all. */
public final class Benchmarks {

	static final List<Topic> TOPICS = List.of(new StartupTopic(), new ViewsTopic(), new ViewStreamsTopic(),
			new ManyViewsTopic(), new MigrationsTopic(), new CatalogTopic(), EventsTopic.insert(), EventsTopic.update(),
			EventsTopic.growth());

	private Benchmarks() {
	}

	public static void main(String[] args) throws IOException {
		Path directory = Path.of(args[0]);
		for (Topic topic : topics(args[1])) {
			System.out.println(run(topic, Effort.measurement(), directory));
		}
	}

	static String run(Topic topic, Effort effort, Path directory) throws IOException {
		Report report = new Report(topic.name(), effort);
		topic.measure(effort, report);
		report.write(directory);
		return MarkdownReport.of(report);
	}

	private static List<Topic> topics(String names) {
		return names.equals("all") ? TOPICS : Arrays.stream(names.split(",")).map(Benchmarks::topic).toList();
	}

	private static Topic topic(String name) {
		return TOPICS.stream()
			.filter((topic) -> topic.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					"No topic \"%s\"; there are %s".formatted(name, TOPICS.stream().map(Topic::name).toList())));
	}

}
