package dev.triggerview.benchmarks.migrations;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import dev.triggerview.benchmarks.Comparison;
import dev.triggerview.benchmarks.Comparison.Case;
import dev.triggerview.benchmarks.Effort;
import dev.triggerview.benchmarks.ForkedJvm;
import dev.triggerview.benchmarks.ForkedJvm.Outcome;
import dev.triggerview.benchmarks.GeneratedApplication;
import dev.triggerview.benchmarks.Report;
import dev.triggerview.benchmarks.Target;
import dev.triggerview.benchmarks.Topic;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;

/** Creating triggers by changes, and running the same changelog again. */
public final class MigrationsTopic implements Topic {

	private static final String PLAIN = "sql changes";

	private static final String DECLARED = "createTrigger changes";

	private static final Map<String, String> CHANGELOGS = new LinkedHashMap<>();

	static {
		CHANGELOGS.put(PLAIN, Changelogs.PLAIN);
		CHANGELOGS.put(DECLARED, Changelogs.DECLARED);
	}

	@Override
	public String name() {
		return "migrations";
	}

	@Override
	public void measure(Effort effort, Report report) {
		Comparison first = report.compare("Creating triggers by Liquibase", "triggers", PLAIN);
		first.target(Target.ratio(DECLARED, 1.15)).target(Target.linear(DECLARED, 1.1));
		Comparison second = report.compare("Running the same changelog again", "triggers", PLAIN);
		second.target(Target.ratio(DECLARED, 1.1));
		for (int triggers : effort.sizes(5, 1_000, 2_000)) {
			for (TestDatabase kind : effort.timedDatabases()) {
				measure(effort, kind, triggers, (measured, outcome) -> {
					first.answer(measured, outcome.answer());
					first.add(measured, Map.of("ms/trigger", outcome.figures().get("first")));
					second.add(measured, Map.of("ms/trigger", outcome.figures().get("second")));
				});
			}
		}
	}

	private static void measure(Effort effort, TestDatabase kind, int triggers, BiConsumer<Case, Outcome> result) {
		try (GeneratedApplication directory = new GeneratedApplication()) {
			Path changelogs = write(directory, kind, triggers);
			for (int round = 0; round < effort.rounds(); round++) {
				List<Case> cases = CHANGELOGS.keySet()
					.stream()
					.map((variant) -> new Case(variant, kind, triggers))
					.toList();
				effort.results(cases, (measured) -> migrate(effort, measured, changelogs)).forEach(result);
			}
		}
	}

	private static Outcome migrate(Effort effort, Case measured, Path directory) {
		try (FreshDatabase database = measured.database().create()) {
			database.execute(Changelogs.tables().toArray(String[]::new));
			return new ForkedJvm(effort).database(database)
				.run(MigrateProgram.class, directory.toString(), CHANGELOGS.get(measured.variant()),
						String.valueOf(measured.size()));
		}
	}

	private static Path write(GeneratedApplication directory, TestDatabase kind, int triggers) {
		try (FreshDatabase database = kind.create(); Connection connection = database.connect()) {
			return Changelogs.write(directory, triggers, connection);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
