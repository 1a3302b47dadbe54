package dev.triggerview.benchmarks.views;

import java.util.List;

import dev.triggerview.benchmarks.Comparison;
import dev.triggerview.benchmarks.Comparison.Case;
import dev.triggerview.benchmarks.Effort;
import dev.triggerview.benchmarks.ForkedJvm;
import dev.triggerview.benchmarks.ForkedJvm.Outcome;
import dev.triggerview.benchmarks.Report;
import dev.triggerview.benchmarks.Topic;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * Streams in a heap of 64 MiB. On PostgreSQL only: H2 would hold the tables in the same
 * heap.
 */
public final class ViewStreamsTopic implements Topic {

	@Override
	public String name() {
		return "views-stream";
	}

	@Override
	public void measure(Effort effort, Report report) {
		if (!effort.databases().contains(TestDatabase.POSTGRESQL)) {
			return;
		}
		check();
		Comparison comparison = report.compare("Streaming a view in a heap of 64 MiB", "rows",
				Streaming.PLAIN_JDBC.toString());
		for (int rows : effort.sizes(100, 100_000, 1_000_000)) {
			try (FreshDatabase database = TestDatabase.POSTGRESQL.create()) {
				OrderData.create(database.dataSource(), rows);
				for (int round = 0; round < effort.rounds(); round++) {
					measure(effort, comparison, database, rows);
				}
			}
		}
	}

	private static void check() {
		try (FreshDatabase database = TestDatabase.POSTGRESQL.create()) {
			OrderData.create(database.dataSource(), 100);
			try (ConfigurableApplicationContext context = ReadingApplication.start(database.springProperties())) {
				Comparison comparison = new Comparison("Streaming a view", "rows", Streaming.PLAIN_JDBC.toString());
				for (Streaming streaming : Streaming.values()) {
					Case checked = new Case(streaming.toString(), database.kind(), 100);
					comparison.answer(checked, streaming.sum(context).toString());
				}
			}
		}
	}

	private static void measure(Effort effort, Comparison comparison, FreshDatabase database, int rows) {
		for (Streaming streaming : variants(effort)) {
			Outcome outcome = new ForkedJvm(effort).arguments("-Xmx64m")
				.database(database)
				.run(StreamProgram.class, streaming.name());
			Case measured = new Case(streaming.toString(), database.kind(), rows);
			comparison.answer(measured, outcome.answer());
			comparison.add(measured, outcome.figures());
		}
	}

	/** A smoke run has compared them in one process before. */
	private static List<Streaming> variants(Effort effort) {
		return effort.smoke() ? List.of(Streaming.VIEW_RECORDS) : List.of(Streaming.values());
	}

}
