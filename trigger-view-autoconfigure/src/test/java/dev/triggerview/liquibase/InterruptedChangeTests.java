package dev.triggerview.liquibase;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.trigger.Trigger;
import dev.triggerview.trigger.TriggerCatalog;
import dev.triggerview.trigger.TriggerState;
import liquibase.Liquibase;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.RawSqlStatement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * A process that dies between any two statements of a change leaves the trigger or what
 * is needed to create it again, and the next run finishes the change.
 */
@EachDatabase
class InterruptedChangeTests {

	private static final String TABLES = """
			sql: { sql: "create table item (id int primary key); create table item_log (tag varchar(20))" }""";

	private final FreshDatabase database;

	@TempDir
	private Path directory;

	InterruptedChangeTests(FreshDatabase database) {
		this.database = database;
	}

	@AfterEach
	void empty() throws Exception {
		new Changelog(this.directory, this.database).run(Liquibase::dropAll);
	}

	@ParameterizedTest
	@ValueSource(strings = { "disable", "enable", "rename", "replace" })
	void theNextRunFinishesTheChange(String kind) throws Exception {
		int statements = 1;
		for (int done = 0; done <= statements; done++) {
			Changelog changelog = new Changelog(this.directory, this.database);
			changelog.update(TABLES);
			changelog.update(Tagging.create("item_written", "INSERT, DELETE", "first", ""));
			if (kind.equals("enable")) {
				changelog.update("disableTrigger: { triggerName: item_written, tableName: item }");
			}
			List<Trigger> before = triggers();
			changelog.add(change(kind));
			statements = runOnly(changelog, done);
			assertThat(triggers()).as("%s, %s statements", kind, done).isNotEmpty();
			changelog.update();
			assertMade(kind, before);
			empty();
		}
	}

	/** The other trigger is created again behind the one that is put in front of it. */
	@ParameterizedTest
	@ValueSource(strings = { "create", "replace" })
	void theNextRunPutsATriggerInFrontOfAnother(String kind) throws Exception {
		assumeThat(this.database.is(TestDatabase.HSQLDB)).as("a trigger is placed behind others only").isTrue();
		int statements = 1;
		for (int done = 0; done <= statements; done++) {
			Changelog changelog = new Changelog(this.directory, this.database);
			changelog.update(TABLES);
			changelog.update(Tagging.create("item_second", "second", ""));
			changelog.update(Tagging.create("item_third", "third", ""));
			if (kind.equals("replace")) {
				changelog.update(Tagging.create("item_first", "old", ""));
			}
			changelog.add(Tagging.create("item_first", "first",
					"precedes: item_second, replaceIfExists: " + kind.equals("replace")));
			statements = runOnly(changelog, done);
			this.database.execute("insert into item values (1)");
			assertThat(this.database.column("select tag from item_log")).as("%s, %s statements", kind, done)
				.contains("second", "third");
			changelog.update();
			this.database.execute("delete from item_log", "insert into item values (2)");
			assertThat(this.database.column("select tag from item_log")).as("%s, %s statements", kind, done)
				.containsExactly("first", "second", "third");
			assertThat(triggers()).hasSize(3);
			empty();
		}
	}

	/** The limits of HSQLDB tell what such a crash leaves. */
	@Test
	void aTriggerThatWasToRunFirstIsPutThereByAnotherChange() throws Exception {
		assumeThat(this.database.is(TestDatabase.HSQLDB)).as("a trigger is placed behind others only").isTrue();
		int statements = 1;
		for (int done = 0; done <= statements; done++) {
			Changelog changelog = new Changelog(this.directory, this.database);
			changelog.update(TABLES);
			for (String tag : List.of("first", "second", "third")) {
				changelog.update(Tagging.create("item_" + tag, tag, ""));
			}
			changelog.update("disableTrigger: { triggerName: item_first, tableName: item }");
			changelog.add("enableTrigger: { triggerName: item_first, tableName: item }");
			statements = runOnly(changelog, done);
			changelog.update();
			changelog.update(Tagging.create("item_first", "first", "precedes: item_second, replaceIfExists: true"));
			this.database.execute("insert into item values (1)");
			assertThat(this.database.column("select tag from item_log")).as("%s statements", done)
				.containsExactly("first", "second", "third");
			assertThat(triggers()).hasSize(3);
			empty();
		}
	}

	private static String change(String kind) {
		return switch (kind) {
			case "rename" ->
				"renameTrigger: { oldTriggerName: item_written, newTriggerName: renamed, tableName: item }";
			case "replace" -> Tagging.create("item_written", "INSERT, DELETE", "second", "replaceIfExists: true");
			default -> kind + "Trigger: { triggerName: item_written, tableName: item }";
		};
	}

	private void assertMade(String kind, List<Trigger> before) {
		this.database.execute("insert into item values (1)");
		List<String> tags = this.database.column("select tag from item_log");
		assertThat(triggers()).hasSameSizeAs(before);
		switch (kind) {
			case "disable" -> assertThat(tags).isEmpty();
			case "replace" -> assertThat(tags).containsExactly("second");
			default -> assertThat(tags).containsExactly("first");
		}
		assertThat(triggers()).allSatisfy((trigger) -> {
			assertThat(trigger.state())
				.isEqualTo(kind.equals("disable") ? TriggerState.DISABLED : TriggerState.ENABLED);
			assertThat(trigger.name()).startsWithIgnoringCase(kind.equals("rename") ? "renamed" : "item_written");
		});
	}

	/** Send only the first statements of the change and return how many it has. */
	private int runOnly(Changelog changelog, int count) throws Exception {
		List<String> statements = new ArrayList<>();
		changelog.run((liquibase) -> {
			var unrun = liquibase.listUnrunChangeSets(null, null);
			for (SqlStatement statement : unrun.get(0)
				.getChanges()
				.get(0)
				.generateStatements(liquibase.getDatabase())) {
				statements.addAll(sql(statement).toList());
			}
		});
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			for (String sql : statements.subList(0, count)) {
				statement.execute(sql);
			}
			connection.rollback();
		}
		return statements.size();
	}

	private static Stream<String> sql(SqlStatement statement) {
		if (statement instanceof LockedStatement locked) {
			return locked.statements().stream();
		}
		return (statement instanceof RawSqlStatement raw) ? Stream.of(raw.getSql()) : Stream.of();
	}

	private List<Trigger> triggers() {
		return new TriggerCatalog(this.database.dataSource()).triggers();
	}

}
