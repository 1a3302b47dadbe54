package dev.triggerview.benchmarks.startup;

import java.util.Arrays;
import java.util.List;

import dev.triggerview.benchmarks.Comparison;
import dev.triggerview.benchmarks.Comparison.Case;
import dev.triggerview.benchmarks.Effort;
import dev.triggerview.benchmarks.Report;
import dev.triggerview.benchmarks.Topic;
import dev.triggerview.testing.TestDatabase;

/**
 * How long an application takes to be ready, as a whole process. H2 lives in the process,
 * so each start migrates; on PostgreSQL an uncounted start has migrated before.
 */
public final class StartupTopic implements Topic {

	@Override
	public String name() {
		return "startup";
	}

	@Override
	public void measure(Effort effort, Report report) {
		Comparison comparison = report.compare("Start-up of an application", "tables", Starter.ABSENT.label());
		for (int tables : effort.sizes(2, 10, 100)) {
			for (TestDatabase database : effort.timedDatabases()) {
				measure(comparison, effort, database, tables);
			}
		}
	}

	private void measure(Comparison comparison, Effort effort, TestDatabase database, int tables) {
		List<Shop> shops = Arrays.stream(Starter.values())
			.map((starter) -> new Shop(effort, starter, database.create(), tables))
			.toList();
		if (!effort.smoke()) {
			shops.forEach(Shop::start);
		}
		for (int round = 0; round < effort.rounds(); round++) {
			effort.results(shops, Shop::start).forEach((shop, outcome) -> {
				Case measured = new Case(shop.starter().label(), database, tables);
				comparison.answer(measured, outcome.answer());
				comparison.add(measured, outcome.figures());
			});
		}
		shops.forEach(Shop::close);
	}

}
