package dev.triggerview.liquibase;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.trigger.Trigger;
import dev.triggerview.trigger.TriggerCatalog;
import dev.triggerview.trigger.TriggerEvent;
import dev.triggerview.trigger.TriggerState;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * SQLite documentation, SQLite Keywords: a name stands in any of four kinds of quotes,
 * and most keywords are names without. A header may be written in all these ways.
 */
@EachDatabase(TestDatabase.SQLITE)
class SqliteHeaderTests {

	private final TestDatabase kind;

	@TempDir
	private Path directory;

	SqliteHeaderTests(FreshDatabase database) {
		this.kind = database.kind();
	}

	/** The name is the trigger's, the table and its columns have others. */
	@ParameterizedTest
	@ValueSource(strings = { "CREATE TRIGGER 't 3' AFTER UPDATE OF 'a b', 'it''s' ON 'x y'",
			"CREATE TRIGGER [t 3] AFTER UPDATE OF [a b], [it's] ON [x y]",
			"CREATE TRIGGER `t 3` AFTER UPDATE OF `a b`, `it's` ON `x y`",
			"CREATE TRIGGER \"t 3\" AFTER UPDATE OF \"a b\", \"it's\" ON \"x y\"",
			"CREATE/**/TRIGGER/* a */'t 3'/* UPDATE */AFTER -- INSERT\nUPDATE/**/OF'a b','it''s'ON'x y'FOR EACH ROW",
			"CREATE TRIGGER IF NOT EXISTS main.'t 3' AFTER UPDATE OF 'a b', 'it''s' ON 'x y' FOR EACH ROW",
			"CREATE TRIGGER 'main'.[t 3] AFTER UPDATE OF 'a b', 'it''s' ON 'x y'",
			"create trigger if not exists [main] . 't 3' after update of 'a b', 'it''s' on 'x y' for each row",
			"CREATE TRIGGER 't 3' AFTER UPDATE OF 'a b', 'it''s' ON 'x y' WHEN (new.'a b') > 'BEGIN' OR CASE WHEN (1) THEN (1) END" })
	void namesAreReadInAllQuotes(String header) throws Exception {
		try (FreshDatabase database = create("'x y'", "'a b'", "\"it's\"", header)) {
			Trigger trigger = trigger(database);
			assertThat(trigger.name()).isEqualTo("t 3");
			assertThat(trigger.table().name()).isEqualTo("x y");
			assertThat(trigger.updateColumns()).containsExactly("a b", "it's");
			assertThat(trigger.events()).isEqualTo(Set.of(TriggerEvent.UPDATE));
			assertKept(database, trigger);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "CREATE TRIGGER before AFTER UPDATE OF row, of ON for",
			"CREATE TRIGGER trigger AFTER UPDATE OF row, of ON for FOR EACH ROW",
			"CREATE TRIGGER each AFTER UPDATE OF row, of ON for FOR EACH ROW",
			"CREATE TRIGGER instead AFTER UPDATE OF row, of ON for WHEN new.row = 1",
			"CREATE TRIGGER end AFTER UPDATE OF row, of ON for", "CREATE TRIGGER begin AFTER UPDATE OF row, of ON for",
			"CREATE TRIGGER 'on' AFTER UPDATE OF row, of ON for", "CREATE TRIGGER t$1 AFTER UPDATE OF row, of ON for",
			"CREATE TRIGGER replace AFTER UPDATE OF row, of ON for WHEN new.of ISNULL" })
	void keywordsAreNames(String header) throws Exception {
		try (FreshDatabase database = create("for", "row", "of", header)) {
			Trigger trigger = trigger(database);
			assertThat(trigger.table().name()).isEqualTo("for");
			assertThat(trigger.updateColumns()).containsExactly("row", "of");
			assertThat(trigger.events()).isEqualTo(Set.of(TriggerEvent.UPDATE));
			assertKept(database, trigger);
		}
	}

	/** It would be gone before the application begins, or be looked for in vain. */
	@ParameterizedTest
	@CsvSource({ "create temp trigger t, goes with the connection",
			"CREATE/**/TEMPORARY TRIGGER IF NOT EXISTS t, goes with the connection",
			"create trigger temp.t, goes with the connection", "create trigger 'Temp' . t, goes with the connection",
			"create trigger other.t, attached databases" })
	void aTriggerOutsideOfTheMainDatabaseIsRefused(String header, String reason) throws Exception {
		try (FreshDatabase database = create("item", "id", "price", "create trigger kept after insert on item")) {
			Changelog changelog = new Changelog(this.directory, database);
			changelog.add("createTrigger: { triggerName: t, body: \"" + header
					+ " after insert on item begin delete from log; end\" }");
			assertThatThrownBy(changelog::update).hasStackTraceContaining("SQLite, trigger t on ")
				.hasStackTraceContaining(reason);
			changelog.edit("dropTrigger: { triggerName: kept, schemaName: temp }", "");
			assertThatThrownBy(changelog::update).hasStackTraceContaining("goes with the connection");
			assertThat(triggers(database)).hasSize(1);
		}
	}

	private FreshDatabase create(String table, String first, String second, String header) {
		FreshDatabase database = this.kind.create();
		database.execute("create table " + table + " (" + first + " int, " + second + " int)",
				"create table log (note varchar(20))",
				header + " BEGIN INSERT INTO log VALUES ('on'); INSERT INTO log VALUES ('b'); END");
		return database;
	}

	/** By each change, back and forth, and by a changelog that is generated. */
	private void assertKept(FreshDatabase database, Trigger trigger) throws Exception {
		SnapshotLiquibase liquibase = new SnapshotLiquibase(this.directory);
		try (FreshDatabase other = this.kind.create()) {
			liquibase.update(other, liquibase.generate(database, "generated.yaml"));
			assertThat(trigger(other)).isEqualTo(trigger);
			assertThat(SnapshotLiquibase.differences(database, other)).isEmpty();
		}
		Changelog changelog = new Changelog(this.directory, database);
		String place = "tableName: \"" + trigger.table().name() + "\"";
		String named = "triggerName: \"" + trigger.name() + "\", " + place;
		changelog.update("disableTrigger: { " + named + " }");
		assertThat(trigger(database).state()).isEqualTo(TriggerState.DISABLED);
		changelog.update("renameTrigger: { oldTriggerName: \"" + trigger.name() + "\", newTriggerName: \"a'b\", "
				+ place + " }");
		assertThat(trigger(database).name()).isEqualTo("a'b");
		changelog.update("enableTrigger: { triggerName: \"a'b\", " + place + " }");
		assertThat(trigger(database).state()).isEqualTo(TriggerState.ENABLED);
		assertThat(trigger(database).events()).isEqualTo(trigger.events());
		changelog.rollback(3);
		assertThat(trigger(database)).usingRecursiveComparison().ignoringFields("definition").isEqualTo(trigger);
		trigger = trigger(database);
		changelog.update("dropTrigger: { " + named + " }");
		assertThat(triggers(database)).isEmpty();
		changelog.rollback(1);
		assertThat(trigger(database)).isEqualTo(trigger);
		String body = trigger.definition()
			.replace("\\", "\\\\")
			.replace("\"", "\\\"")
			.replace("\n", "\\n")
			.replace("'b'", "'c'");
		changelog.update("createTrigger: { " + named + ", replaceIfExists: true, body: \"" + body + "\" }");
		assertThat(trigger(database).definition()).contains("'c'");
		assertThat(trigger(database).updateColumns()).isEqualTo(trigger.updateColumns());
		changelog.rollback(1);
		assertThat(trigger(database)).isEqualTo(trigger);
	}

	private static Trigger trigger(FreshDatabase database) {
		List<Trigger> triggers = triggers(database);
		assertThat(triggers).hasSize(1);
		return triggers.get(0);
	}

	private static List<Trigger> triggers(FreshDatabase database) {
		return new TriggerCatalog(database.dataSource()).triggers();
	}

}
