package dev.triggerview.liquibase;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.stream.Stream;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.trigger.FunctionCatalog;
import dev.triggerview.trigger.TriggerCatalog;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** From a database to a changelog, to another database, and compared. */
@EachDatabase
class GenerateChangeLogTests {

	private final FreshDatabase database;

	@TempDir
	private Path directory;

	GenerateChangeLogTests(FreshDatabase database) {
		this.database = database;
		if (TriggerFixtures.isEmpty(database)) {
			TriggerFixtures.create(database);
		}
	}

	/** Formatted SQL loses comments, because Liquibase strips them when it runs it. */
	@ParameterizedTest
	@ValueSource(strings = { "xml", "yaml", "json", "sql" })
	void createsTheSameTriggersAndFunctionsInAnEmptyDatabase(String format) throws Exception {
		SnapshotLiquibase liquibase = new SnapshotLiquibase(this.directory);
		Path changelog = liquibase.generate(this.database, "all." + shortName() + "." + format);
		try (FreshDatabase other = this.database.kind().create()) {
			liquibase.update(other, changelog);
			String comment = format.equals("sql") ? "-- why" : "no comment";
			assertThat(catalog(other)).as(Files.readString(changelog))
				.isEqualTo(catalog(this.database).stream().map((text) -> text.replace(comment, "")).toList())
				.isNotEmpty();
			if (!format.equals("sql")) {
				assertThat(SnapshotLiquibase.differences(this.database, other)).isEmpty();
				assertThat(SnapshotLiquibase.differences(other, this.database)).isEmpty();
			}
		}
	}

	/**
	 * What the catalog tells, without the names of the databases and those that the
	 * database counts up, and without a blank that HSQLDB leaves out when it reads its
	 * own text.
	 */
	private static List<String> catalog(FreshDatabase database) throws Exception {
		try (Connection connection = database.connect()) {
			String catalog = connection.getCatalog();
			String name = (catalog == null || catalog.isEmpty()) ? "DATABASE" : catalog;
			return Stream
				.concat(TriggerCatalog.triggers(connection).stream().map(Object::toString),
						FunctionCatalog.functions(connection).stream().map(Object::toString))
				.map((text) -> text.replace(name, "DATABASE")
					.replace(") VALUES", ")VALUES")
					.replaceAll("specificName=[^,]*, ", ""))
				.toList();
		}
	}

	private String shortName() {
		return this.database.is(TestDatabase.POSTGRESQL) ? "postgresql" : this.database.kind().name().toLowerCase();
	}

}
