package dev.triggerview.benchmarks.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import dev.triggerview.benchmarks.Comparison;
import dev.triggerview.benchmarks.Comparison.Case;
import dev.triggerview.benchmarks.Effort;
import dev.triggerview.benchmarks.JmhRound;
import dev.triggerview.benchmarks.Report;
import dev.triggerview.benchmarks.Target;
import dev.triggerview.benchmarks.Topic;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;

/** How fast the triggers of a database are read from its catalog, also by Liquibase. */
public final class CatalogTopic implements Topic {

	private static final int CHECKED = 30;

	@Override
	public String name() {
		return "catalog";
	}

	@Override
	public void measure(Effort effort, Report report) {
		Comparison reading = report.compare("Reading all triggers", "triggers", CatalogReading.PLAIN_JDBC.toString());
		for (CatalogReading own : List.of(CatalogReading.CATALOG, CatalogReading.SNAPSHOT)) {
			reading.target(Target.ratio(own.toString(), 1.5));
			reading.target(Target.linear(own.toString(), 1.1));
		}
		effort.databases().forEach((kind) -> check(reading, kind));
		JmhRound round = new JmhRound(ReadCatalog.class, effort, 4);
		for (int number = 0; number < effort.rounds(); number++) {
			for (TestDatabase kind : effort.timedDatabases()) {
				round.run(reading, kind, List.of(CatalogReading.values()), effort.sizes(10, 5_000, 10_000, 20_000),
						"trigger");
			}
		}
	}

	private static void check(Comparison comparison, TestDatabase kind) {
		try (FreshDatabase database = kind.create(); Connection connection = database.connect()) {
			CatalogData.create(connection, CHECKED);
			for (CatalogReading reading : CatalogReading.values()) {
				comparison.answer(new Case(reading.toString(), kind, CHECKED),
						reading.read(connection, CHECKED).stream().map(reading::name).sorted().toList());
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
