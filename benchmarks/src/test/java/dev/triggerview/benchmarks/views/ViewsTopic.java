package dev.triggerview.benchmarks.views;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import dev.triggerview.benchmarks.Comparison;
import dev.triggerview.benchmarks.Comparison.Case;
import dev.triggerview.benchmarks.Effort;
import dev.triggerview.benchmarks.JmhRound;
import dev.triggerview.benchmarks.Report;
import dev.triggerview.benchmarks.Target;
import dev.triggerview.benchmarks.Topic;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;

import org.springframework.context.ConfigurableApplicationContext;

/** How fast the rows of a view are read. */
public final class ViewsTopic implements Topic {

	@Override
	public String name() {
		return "views";
	}

	@Override
	public void measure(Effort effort, Report report) {
		Comparison all = report.compare("Reading a view of 8 columns", "rows", Reading.PLAIN_JDBC.toString());
		all.target(Target.ratio(Reading.VIEW_RECORDS.toString(), 1.3).on(TestDatabase.POSTGRESQL));
		all.target(Target.fastestBut(Reading.VIEW_RECORDS.toString(), Reading.PLAIN_JDBC.toString()));
		read(effort, all, Reading.ALL);
		Comparison above = report.compare("Reading by a query with a parameter", "rows",
				Reading.PLAIN_JDBC_ABOVE.toString());
		above.target(Target.ratio(Reading.VIEW_DERIVED_ABOVE.toString(), 1.3).on(TestDatabase.POSTGRESQL));
		above.target(Target.ratio(Reading.VIEW_QUERY_ABOVE.toString(), 1.3).on(TestDatabase.POSTGRESQL));
		above.target(Target.ratio(Reading.VIEW_SPECIFICATION_ABOVE.toString(), 1.3).on(TestDatabase.POSTGRESQL));
		above.target(Target.fastestBut(Reading.VIEW_DERIVED_ABOVE.toString(), Reading.PLAIN_JDBC_ABOVE.toString(),
				Reading.VIEW_QUERY_ABOVE.toString(), Reading.VIEW_SPECIFICATION_ABOVE.toString()));
		read(effort, above, Reading.ABOVE);
	}

	private static void read(Effort effort, Comparison comparison, Set<Reading> readings) {
		List<Integer> sizes = effort.sizes(10, 1_000, 10_000);
		JmhRound round = new JmhRound(ReadRows.class, effort, 1);
		for (TestDatabase kind : effort.databases()) {
			checkReadings(comparison, kind, readings);
		}
		for (int number = 0; number < effort.rounds(); number++) {
			for (TestDatabase kind : effort.timedDatabases()) {
				round.run(comparison, kind, effort.timedVariants(List.copyOf(readings)), sizes, "row");
			}
		}
	}

	private static void checkReadings(Comparison comparison, TestDatabase kind, Set<Reading> readings) {
		try (FreshDatabase database = kind.create()) {
			OrderData.create(database.dataSource(), 100);
			try (ConfigurableApplicationContext context = ReadingApplication.start(database.springProperties())) {
				for (Reading reading : readings) {
					comparison.answer(new Case(reading.toString(), kind, 100), lines(reading, context));
				}
			}
		}
	}

	private static List<OrderLine> lines(Reading reading, ConfigurableApplicationContext context) {
		try {
			return reading.rows(context)
				.read()
				.stream()
				.map(OrderLine::of)
				.sorted(Comparator.comparing(OrderLine::id))
				.toList();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
