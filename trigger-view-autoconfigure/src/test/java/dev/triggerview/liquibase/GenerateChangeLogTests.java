package dev.triggerview.liquibase;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.trigger.FunctionCatalog;
import dev.triggerview.trigger.TriggerCatalog;
import liquibase.diff.output.StandardObjectChangeFilter;
import liquibase.diff.output.StandardObjectChangeFilter.FilterType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

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
		Path changelog = liquibase.generate(this.database, "all." + this.database.kind().shortName() + "." + format);
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

	/** Two minus signs are no comment on MariaDB, and are one for Liquibase. */
	@Test
	void formattedSqlRunsWhatIsNoComment() throws Exception {
		assumeThat(this.database.is(TestDatabase.MARIADB, TestDatabase.MYSQL)).isTrue();
		try (FreshDatabase from = checked("NEW.amount > 5--2"); FreshDatabase other = this.database.kind().create()) {
			SnapshotLiquibase liquibase = new SnapshotLiquibase(this.directory);
			liquibase.update(other, liquibase.generate(from, "item.mariadb.sql"));
			other.execute("insert into item values (6), (8)");
			assertThat(other.column("select amount from item order by 1")).containsExactly("0", "6");
		}
	}

	/** An apostrophe in a comment begins a text for Liquibase. */
	@Test
	void formattedSqlThatLiquibaseWouldMisreadIsRefused() throws Exception {
		assumeThat(this.database.is(TestDatabase.MARIADB, TestDatabase.MYSQL)).isTrue();
		try (FreshDatabase from = checked("NEW.amount > 5 # it's\n and 'a' <> 'b -- c'")) {
			refused(from, "takes a part of it for a comment");
		}
	}

	@Test
	void formattedSqlOfATriggerThatOnlyTheStoreHasIsRefused() throws Exception {
		assumeThat(this.database.is(TestDatabase.MARIADB, TestDatabase.MYSQL)).isTrue();
		try (FreshDatabase from = checked("NEW.amount > 5")) {
			new Changelog(this.directory, from).update("disableTrigger: { triggerName: item_checked }");
			refused(from, "has no statement for a disabled trigger");
		}
	}

	private FreshDatabase checked(String condition) {
		FreshDatabase database = this.database.kind().create();
		database.execute("create table item (amount int)", "create trigger item_checked before insert on item"
				+ " for each row if " + condition + " then set NEW.amount = 0; end if");
		return database;
	}

	private void refused(FreshDatabase from, String reason) {
		SnapshotLiquibase liquibase = new SnapshotLiquibase(this.directory);
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> liquibase.generate(from, "item.mariadb.sql"))
			.withStackTraceContaining(reason)
			.withStackTraceContaining("generate XML, YAML or JSON");
	}

	@ParameterizedTest
	@CsvSource({ "EXCLUDE, trigger:(?i)touch", "INCLUDE, trigger:(?i)touch", "EXCLUDE, table:(?i)account",
			"EXCLUDE, view:(?i)rich" })
	void hasTheTriggersThatTheFilterLeaves(FilterType type, String filter) throws Exception {
		String pattern = filter.substring(filter.indexOf(':') + 1);
		List<String> wanted = new TriggerCatalog(this.database.dataSource()).triggers()
			.stream()
			.filter((trigger) -> (type == FilterType.INCLUDE) == (filter.startsWith("trigger") ? trigger.name()
					: trigger.table().name())
				.matches(pattern))
			.map((trigger) -> trigger.table().name() + "." + trigger.name())
			.toList();
		Path changelog = new SnapshotLiquibase(this.directory).generate(this.database, "some.xml",
				new StandardObjectChangeFilter(type, filter));
		assertThat(created(changelog)).containsExactlyInAnyOrderElementsOf(wanted);
	}

	private static List<String> created(Path changelog) throws Exception {
		if (Files.notExists(changelog)) {
			return List.of();
		}
		return Pattern.compile("<tv:createTrigger [^>]*>")
			.matcher(Files.readString(changelog))
			.results()
			.map((change) -> attribute("tableName", change.group()) + "." + attribute("triggerName", change.group()))
			.toList();
	}

	private static String attribute(String name, String element) {
		return element.replaceAll("(?s).*" + name + "=\"([^\"]*)\".*", "$1");
	}

	/**
	 * What the catalog tells, without the names of the databases and those that the
	 * database counts up, and without a blank that HSQLDB leaves out when it reads its
	 * own text.
	 */
	private static List<String> catalog(FreshDatabase database) throws Exception {
		try (Connection connection = database.connect()) {
			String catalog = schemas(database) ? connection.getSchema().strip() : connection.getCatalog();
			String name = (catalog == null || catalog.isEmpty()) ? "DATABASE" : catalog;
			return Stream
				.concat(TriggerCatalog.triggers(connection)
					.stream()
					.filter((trigger) -> !schemas(database) || name.equals(trigger.table().schema())),
						FunctionCatalog.functions(connection)
							.stream()
							.filter((function) -> !schemas(database) || name.equals(function.name().schema())))
				.map(Object::toString)
				.map((text) -> text.replace(name, "DATABASE")
					.replace(") VALUES", ")VALUES")
					.replaceAll("specificName=[^,]*, ", ""))
				.toList();
		}
	}

	/** A fresh database is a schema there, and the catalog tells of others. */
	private static boolean schemas(FreshDatabase database) {
		return database.is(TestDatabase.ORACLE, TestDatabase.DB2);
	}

}
