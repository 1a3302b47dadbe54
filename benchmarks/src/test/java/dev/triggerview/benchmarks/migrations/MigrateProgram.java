package dev.triggerview.benchmarks.migrations;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;

import dev.triggerview.benchmarks.ForkedJvm.Outcome;
import dev.triggerview.trigger.Trigger;
import dev.triggerview.trigger.TriggerCatalog;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;

/** Migrates twice by the plain Liquibase API: the second time there is nothing to do. */
final class MigrateProgram {

	private MigrateProgram() {
	}

	/**
	 * Migrate.
	 * @param args the directory of the changelogs, the changelog, the number of triggers
	 * in it
	 */
	public static void main(String[] args) throws Exception {
		try (Connection connection = connect();
				DirectoryResourceAccessor files = new DirectoryResourceAccessor(Path.of(args[0]))) {
			if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
				for (String table : Changelogs.tables()) {
					connection.createStatement().execute(table);
				}
			}
			int triggers = Integer.parseInt(args[2]);
			Outcome.figure("first", milliseconds(connection, files, args[1]) / triggers);
			Outcome.figure("second", milliseconds(connection, files, args[1]) / triggers);
			Outcome.answer(fingerprint(TriggerCatalog.triggers(connection)));
		}
	}

	private static double milliseconds(Connection connection, DirectoryResourceAccessor files, String changelog)
			throws Exception {
		long start = System.nanoTime();
		new Liquibase(changelog, files, new JdbcConnection(connection)).update(new Contexts());
		return (System.nanoTime() - start) / 1e6;
	}

	/** The definitions without the name of the database, which is another in each run. */
	private static String fingerprint(List<Trigger> triggers) {
		String definitions = triggers.stream()
			.map((trigger) -> trigger.name() + trigger.timing() + trigger.events() + trigger.definition())
			.toList()
			.toString();
		return triggers.size() + " triggers, " + definitions.hashCode();
	}

	private static Connection connect() throws Exception {
		return DriverManager.getConnection(System.getProperty("spring.datasource.url"),
				System.getProperty("spring.datasource.username"), System.getProperty("spring.datasource.password"));
	}

}
