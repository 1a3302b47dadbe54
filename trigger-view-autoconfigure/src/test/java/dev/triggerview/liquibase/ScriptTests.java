package dev.triggerview.liquibase;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.trigger.Trigger;
import dev.triggerview.trigger.TriggerCatalog;
import dev.triggerview.trigger.TriggerEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Runs what {@code updateSql} and {@code rollbackSql} print by the client of the
 * database, and compares with what Liquibase does itself. A client that is not installed
 * shows as a skipped test that names it.
 */
@EachDatabase({ TestDatabase.POSTGRESQL, TestDatabase.MARIADB, TestDatabase.H2, TestDatabase.HSQLDB,
		TestDatabase.SQLITE })
class ScriptTests {

	private static final String CHANGELOG = "changelog/trigger/script.yaml";

	private final FreshDatabase database;

	@TempDir
	private Path directory;

	ScriptTests(FreshDatabase database) {
		this.database = database;
	}

	/** A script that fails leaves the lock that it has taken. */
	@AfterEach
	void empty() throws Exception {
		changelogs().run(this.database, CHANGELOG, (liquibase) -> {
			liquibase.forceReleaseLocks();
			liquibase.dropAll();
		});
	}

	@Test
	void theScriptsDoWhatLiquibaseDoes() throws Exception {
		changelogs().update(this.database, CHANGELOG);
		List<Trigger> expected = triggers();
		assertThat(expected).isNotEmpty();
		runByClient(changelogs().rollbackSql(this.database, CHANGELOG, 1));
		assertThat(triggers()).isEmpty();
		runByClient(changelogs().updateSql(this.database, CHANGELOG));
		// The driver adds settings of its own to the mode of MariaDB.
		assertThat(triggers()).usingRecursiveFieldByFieldElementComparatorIgnoringFields("sqlMode").isEqualTo(expected);
		this.database.execute("insert into item (id, name) values (1, 'a')", "update item set name = 'b'");
		assertThat(this.database.column("select note from item_log")).hasSize(2);
		changelogs().rollback(this.database, CHANGELOG, 1);
		assertThat(triggers()).isEmpty();
	}

	@Test
	void aScriptRestoresWhatWasReplacedAndDropped() throws Exception {
		this.database.execute("create table item (id int primary key)", "create table item_log (tag varchar(20))");
		Changelog changelog = new Changelog(this.directory, this.database);
		changelog.update(Tagging.create("item_written", "first", ""));
		changelog.update(Tagging.create("item_written", "second", "replaceIfExists: true"));
		changelog.update("dropTrigger: { triggerName: item_written, tableName: item }");
		StringWriter script = new StringWriter();
		changelog.run((liquibase) -> liquibase.rollback(2, "", script));
		runByClient(script.toString());
		this.database.execute("insert into item values (1)");
		assertThat(this.database.column("select tag from item_log")).containsExactly("first");
	}

	/** A delimiter behind a comment would be a part of it. */
	@Test
	void aStatementMayEndWithAComment() throws Exception {
		this.database.execute("create table item (id int primary key)", "create table item_log (tag varchar(20))");
		if (this.database.is(TestDatabase.POSTGRESQL)) {
			this.database.execute("create function tag() returns trigger language plpgsql as "
					+ "'begin insert into item_log values (''first''); return null; end'");
		}
		String action = switch (this.database.kind()) {
			case POSTGRESQL -> "EXECUTE FUNCTION tag()";
			case H2 -> "CALL ''" + Tagging.First.class.getName() + "''";
			case SQLITE -> "BEGIN INSERT INTO item_log (tag) VALUES (''first''); END";
			default -> "INSERT INTO item_log (tag) VALUES (''first'')";
		};
		Changelog changelog = new Changelog(this.directory, this.database);
		changelog.add("createTrigger: { triggerName: item_written, tableName: item, body: "
				+ "'CREATE TRIGGER item_written AFTER INSERT ON item FOR EACH ROW " + action + " -- it is done' }");
		runByClient(changelog.updateSql());
		this.database.execute("insert into item values (1)");
		assertThat(this.database.column("select tag from item_log")).containsExactly("first");
	}

	/** A disabled trigger may be in our store alone. */
	@Test
	void scriptsDropADisabledTrigger() throws Exception {
		this.database.execute("create table item (id int primary key)", "create table item_log (tag varchar(20))");
		Changelog changelog = new Changelog(this.directory, this.database);
		changelog.update(Tagging.create("item_written", "INSERT,UPDATE", "first", "disabled: true"));
		StringWriter script = new StringWriter();
		changelog.run((liquibase) -> liquibase.rollback(1, "", script));
		runByClient(script.toString());
		assertThat(triggers()).isEmpty();
		changelog.update();
		changelog.add("dropTrigger: { triggerName: item_written, tableName: item }");
		runByClient(changelog.updateSql());
		assertThat(triggers()).isEmpty();
	}

	/** Spring Boot writes such a script for spring.liquibase.rollback-file. */
	@Test
	void aScriptThatIsWrittenBeforeTheUpdateRestoresWhatIsThereNow() throws Exception {
		this.database.execute("create table item (id int primary key)", "create table item_log (tag varchar(20))");
		Changelog changelog = new Changelog(this.directory, this.database);
		changelog.update(Tagging.create("item_written", "INSERT,UPDATE", "first", ""));
		List<Trigger> expected = triggers();
		changelog.add(Tagging.create("item_written", "INSERT", "second", "replaceIfExists: true"));
		changelog.add("dropTrigger: { triggerName: item_written, tableName: item }");
		changelog.add(Tagging.create("item_written", "third", "replaceIfExists: true"));
		StringWriter script = new StringWriter();
		changelog.run((liquibase) -> liquibase.futureRollbackSQL("", script));
		changelog.update();
		runByClient(script.toString());
		assertThat(triggers()).usingRecursiveFieldByFieldElementComparatorIgnoringFields("sqlMode").isEqualTo(expected);
		this.database.execute("insert into item values (1)");
		assertThat(this.database.column("select tag from item_log")).containsExactly("first");
	}

	/** The last ones are those of a trigger that is not there before. */
	@Test
	void aScriptUndoesSeveralChangesAtOnce() throws Exception {
		this.database.execute("create table item (id int primary key)", "create table item_log (tag varchar(20))");
		Changelog changelog = new Changelog(this.directory, this.database);
		changelog.update(Tagging.create("item_a", "INSERT,UPDATE", "first", ""));
		changelog.update(Tagging.create("item_b", "INSERT", "second", ""));
		List<Object> expected = state(1);
		List<String> pending = List.of(Tagging.create("item_a", "UPDATE", "third", "replaceIfExists: true"),
				"disableTrigger: { triggerName: item_b, tableName: item }",
				"renameTrigger: { oldTriggerName: item_b, newTriggerName: item_c, tableName: item }",
				"dropTrigger: { triggerName: item_a, tableName: item }",
				Tagging.create("item_a", "INSERT", "second", ""),
				Tagging.create("item_c", "INSERT", "first", "replaceIfExists: true"),
				Tagging.create("item_d", "INSERT,UPDATE", "first", ""),
				"disableTrigger: { triggerName: item_d, tableName: item }",
				"renameTrigger: { oldTriggerName: item_d, newTriggerName: item_e, tableName: item }",
				"dropTrigger: { triggerName: item_e, tableName: item }");
		theScriptsUndo(changelog, pending, expected);
	}

	@Test
	void theScriptsUndoWhatIsCreatedInThePlaceOfOneThatIsDropped() throws Exception {
		this.database.execute("create table item (id int primary key)", "create table item_log (tag varchar(20))");
		Changelog changelog = new Changelog(this.directory, this.database);
		changelog.update(Tagging.create("item_a", "first", ""));
		changelog.update(Tagging.create("item_b", "second", ""));
		theScriptsUndo(changelog, List.of("dropTrigger: { triggerName: item_b, tableName: item }",
				"disableTrigger: { triggerName: item_a, tableName: item }", Tagging.create("item_b", "third", "")),
				state(1));
	}

	private void theScriptsUndo(Changelog changelog, List<String> pending, List<Object> expected) throws Exception {
		for (String change : pending) {
			changelog.add(change);
		}
		StringWriter future = new StringWriter();
		changelog.run((liquibase) -> liquibase.futureRollbackSQL("", future));
		changelog.update();
		runByClient(future.toString());
		assertThat(state(2)).isEqualTo(expected);
		changelog.update();
		StringWriter back = new StringWriter();
		changelog.run((liquibase) -> liquibase.rollback(pending.size(), "", back));
		runByClient(back.toString());
		assertThat(state(3)).isEqualTo(expected);
	}

	/** What the catalog has but for numbers that it counts up, and what it does. */
	private List<Object> state(int item) {
		this.database.execute("delete from item_log", "insert into item values (" + item + ")");
		List<Object> state = new ArrayList<>(
				this.database.column("select tag from item_log" + (hasFiringOrder() ? "" : " order by tag")));
		triggers().stream()
			.map((trigger) -> List.of(trigger.name(), trigger.events(), trigger.definition(), trigger.state(),
					trigger.function()))
			.forEach(state::add);
		return state;
	}

	private boolean hasFiringOrder() {
		return this.database.is(TestDatabase.MARIADB, TestDatabase.HSQLDB);
	}

	/** Where the first one is a trigger for each event, its name alone is none. */
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void aScriptPlacesATriggerBehindOneOfSeveralEvents(boolean known) throws Exception {
		assumeThat(hasFiringOrder()).as("a trigger can follow another one").isTrue();
		this.database.execute("create table item (id int primary key)", "create table item_log (tag varchar(20))");
		Changelog changelog = new Changelog(this.directory, this.database);
		changelog.add(Tagging.create("item_a", "INSERT,UPDATE", "first", ""));
		changelog.add(Tagging.create("item_c", "INSERT", "third", ""));
		if (known) {
			changelog.update();
			changelog.forgetLast();
			changelog.forgetLast();
			changelog.add("sql: { sql: select 1 from item }");
		}
		changelog.add(Tagging.create("item_b", "INSERT", "second", "follows: item_a"));
		runByClient(changelog.updateSql());
		assertThat(state(1)).startsWith("first", "second", "third");
	}

	/** The next table of the old name has a trigger of the same name on PostgreSQL. */
	@Test
	void aScriptLeadsWhatBelongsToTriggersToTheNewNameOfTheirTable() throws Exception {
		boolean named = this.database.is(TestDatabase.POSTGRESQL);
		this.database.execute("create table item (id int primary key)", "create table item_log (tag varchar(20))");
		Changelog changelog = new Changelog(this.directory, this.database);
		changelog.add(Tagging.create("item_written", "first", ""));
		changelog.add("renameTable: { oldTableName: item, newTableName: article }");
		changelog.add("sql: { sql: create table item (id int primary key) }");
		changelog.add(Tagging.create(named ? "item_written" : "item_kept", "third", ""));
		changelog.add(Tagging.create("item_written", "second", "replaceIfExists: true")
			.replace("tableName: item", "tableName: article"));
		runByClient(changelog.updateSql());
		this.database.execute("insert into item values (1)", "insert into article values (1)");
		assertThat(this.database.column("select tag from item_log")).containsExactly("third", "second");
		if (named) {
			assertThat(this.database.column("select proname from pg_proc where proname like '%tv_fn' order by 1"))
				.containsExactly("article__item_written_tv_fn", "item__item_written_tv_fn");
		}
	}

	@Test
	void aScriptLeadsADisabledTriggerToTheNewNameOfItsTableAndDropsItWithThat() throws Exception {
		this.database.execute("create table item (id int primary key)", "create table item_log (tag varchar(20))");
		Changelog changelog = new Changelog(this.directory, this.database);
		changelog.update(Tagging.create("item_written", "first", "disabled: true"));
		changelog.add("renameTable: { oldTableName: item, newTableName: article }");
		runByClient(changelog.updateSql());
		assertThat(triggers()).singleElement()
			.satisfies((trigger) -> assertThat(trigger.table().name()).isEqualToIgnoringCase("article"));
		changelog.add("dropTable: { tableName: article }");
		runByClient(changelog.updateSql());
		this.database.execute("create table article (id int primary key)");
		assertThat(triggers()).isEmpty();
	}

	@Test
	void aScriptThatReplacesADisabledTriggerForgetsItsFormerName() throws Exception {
		this.database.execute("create table item (id int primary key)", "create table item_log (tag varchar(20))");
		Changelog changelog = new Changelog(this.directory, this.database);
		changelog.update(Tagging.create("item_written", "INSERT,UPDATE", "first", "disabled: true"));
		changelog.add("renameTable: { oldTableName: item, newTableName: article }");
		changelog.add(Tagging.create("item_written", "DELETE", "second", "replaceIfExists: true")
			.replace("tableName: item", "tableName: article"));
		runByClient(changelog.updateSql());
		assertThat(triggers()).singleElement()
			.satisfies((trigger) -> assertThat(trigger.events()).containsExactly(TriggerEvent.DELETE));
	}

	/** All of them belong to a table that has another name when the script is written. */
	@Test
	void aScriptThatIsWrittenBeforeATableIsRenamedRestoresItsTriggers() throws Exception {
		this.database.execute("create table item (id int primary key)", "create table item_log (tag varchar(20))");
		Changelog changelog = new Changelog(this.directory, this.database);
		changelog.update(Tagging.create("item_kept", "INSERT,UPDATE", "third", "disabled: true"));
		changelog.update(Tagging.create("item_renamed", "UPDATE", "third", "disabled: true"));
		changelog.update(Tagging.create("item_dropped", "first", ""));
		changelog.update(Tagging.create("item_replaced", "INSERT,UPDATE", "second", ""));
		List<Object> expected = state(1);
		changelog.add("renameTrigger: { oldTriggerName: item_renamed, newTriggerName: item_other, tableName: item }");
		changelog.add("renameTable: { oldTableName: item, newTableName: article }");
		changelog.add("dropTrigger: { triggerName: item_dropped, tableName: article }");
		changelog.add(Tagging.create("item_replaced", "third", "replaceIfExists: true")
			.replace("tableName: item", "tableName: article"));
		StringWriter script = new StringWriter();
		changelog.run((liquibase) -> liquibase.futureRollbackSQL("", script));
		changelog.update();
		runByClient(script.toString());
		assertThat(state(2)).isEqualTo(expected);
		changelog.update();
		assertThat(triggers())
			.allSatisfy((trigger) -> assertThat(trigger.table().name()).isEqualToIgnoringCase("article"));
	}

	/** The table has its former name again when the changes behind it are undone. */
	@Test
	void aScriptUndoesARenamingAndTheChangesBehindIt() throws Exception {
		this.database.execute("create table item (id int primary key)", "create table item_log (tag varchar(20))");
		Changelog changelog = new Changelog(this.directory, this.database);
		changelog.update(Tagging.create("item_kept", "INSERT,UPDATE", "third", "disabled: true"));
		changelog.update(Tagging.create("item_written", "first", ""));
		List<Object> expected = state(1);
		List<String> pending = List.of("renameTable: { oldTableName: item, newTableName: article }",
				"enableTrigger: { triggerName: item_kept, tableName: article }",
				"disableTrigger: { triggerName: item_written, tableName: article }",
				"enableTrigger: { triggerName: item_written, tableName: article }");
		theScriptsUndo(changelog, pending, expected);
		if (this.database.is(TestDatabase.POSTGRESQL)) {
			assertThat(this.database.column("select proname from pg_proc where proname like '%tv_fn'")).hasSize(2);
		}
		this.database.execute("drop table item", "create table article (id int primary key)");
		assertThat(triggers()).noneMatch((trigger) -> trigger.table().name().equalsIgnoreCase("article"));
	}

	/** Triggers of one moment are changed under each name of the table. */
	@Test
	void theScriptsUndoRenamingsThereAndBackInTheFormerOrder() throws Exception {
		this.database.execute("create table item (id int primary key)", "create table item_log (tag varchar(20))");
		Changelog changelog = new Changelog(this.directory, this.database);
		changelog.update(Tagging.create("item_a", "first", ""));
		changelog.update(Tagging.create("item_b", "second", ""));
		changelog.update(Tagging.create("item_kept", "third", "disabled: true"));
		List<Object> expected = state(1);
		String there = "renameTable: { oldTableName: item, newTableName: article }";
		List<String> pending = List.of(Tagging.create("item_a", "UPDATE", "first", "replaceIfExists: true"), there,
				"dropTrigger: { triggerName: item_b, tableName: article }",
				"renameTable: { oldTableName: article, newTableName: item }", there,
				"enableTrigger: { triggerName: item_kept, tableName: article }");
		theScriptsUndo(changelog, pending, expected);
	}

	private ChangelogDirectory changelogs() {
		return new ChangelogDirectory(this.directory);
	}

	private void runByClient(String sql) throws Exception {
		new DatabaseClient(this.database).run(sql);
	}

	private List<Trigger> triggers() {
		return new TriggerCatalog(this.database.dataSource()).triggers();
	}

}
