package dev.triggerview.liquibase;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Runs what {@code updateSql} prints for changes that depend on each other and on what is
 * there, and compares with what an update does.
 */
@EachDatabase({ TestDatabase.POSTGRESQL, TestDatabase.MARIADB, TestDatabase.H2, TestDatabase.HSQLDB,
		TestDatabase.SQLITE })
class UpdateScriptTests {

	private static final String DISABLE = "disableTrigger: { triggerName: item_b, tableName: item }";

	private static final String RENAME = "renameTrigger: { oldTriggerName: item_b, newTriggerName: item_d,"
			+ " tableName: item }";

	private final FreshDatabase database;

	private final Changelog changelog;

	private final TriggersInOrder triggers;

	UpdateScriptTests(FreshDatabase database, @TempDir Path directory) {
		this.database = database;
		this.changelog = new Changelog(directory, database);
		this.triggers = new TriggersInOrder(database);
	}

	@BeforeEach
	void createTriggers() throws Exception {
		this.database.execute("create table item (id int primary key)", "create table item_log (tag varchar(20))");
		this.changelog.update(Tagging.create("item_a", "INSERT,UPDATE", "first", ""));
		this.changelog.update(Tagging.create("item_b", "INSERT", "second", ""));
		this.changelog.update(Tagging.create("item_c", "INSERT", "third", ""));
	}

	/** A script that fails leaves the lock that it has taken. */
	@AfterEach
	void empty() throws Exception {
		this.changelog.run((liquibase) -> {
			liquibase.forceReleaseLocks();
			liquibase.dropAll();
		});
	}

	@Test
	void itDisablesAndEnables() throws Exception {
		theScriptDoesWhatAnUpdateDoes(DISABLE, "disableTrigger: { triggerName: item_a, tableName: item }",
				"enableTrigger: { triggerName: item_b, tableName: item }");
		theScriptDoesWhatAnUpdateDoes("enableTrigger: { triggerName: item_a, tableName: item }", DISABLE);
	}

	@Test
	void itRenames() throws Exception {
		theScriptDoesWhatAnUpdateDoes(RENAME,
				"renameTrigger: { oldTriggerName: item_a, newTriggerName: item_b, tableName: item }");
		theScriptDoesWhatAnUpdateDoes("disableTrigger: { triggerName: item_d, tableName: item }",
				"renameTrigger: { oldTriggerName: item_d, newTriggerName: item_a, tableName: item }");
	}

	@Test
	void itChangesWhatItHasCreated() throws Exception {
		theScriptDoesWhatAnUpdateDoes("dropTrigger: { triggerName: item_b, tableName: item }",
				Tagging.create("item_b", "INSERT,UPDATE", "first", ""), DISABLE,
				Tagging.create("item_e", "INSERT", "second", "disabled: true"), RENAME,
				"enableTrigger: { triggerName: item_e, tableName: item }");
	}

	@Test
	void itPlacesNoneBesideOneThatItHasDropped() throws Exception {
		theScriptDoesWhatAnUpdateDoes("dropTrigger: { triggerName: item_a, tableName: item }", DISABLE,
				Tagging.create("item_a", "INSERT,UPDATE", "first", ""), DISABLE.replace("disable", "enable"));
	}

	@Test
	void whatItDisablesIsBesideOthers() throws Exception {
		this.changelog.add(Tagging.create("item_d", "INSERT", "first", ""));
		this.changelog.add(Tagging.create("item_e", "INSERT", "third", ""));
		this.changelog.add(DISABLE.replace("item_b", "item_d"));
		runScript();
		this.changelog.update(DISABLE.replace("item_b", "item_e"));
		this.changelog.update(DISABLE.replace("disable", "enable").replace("item_b", "item_d"));
		this.changelog.update(DISABLE.replace("disable", "enable").replace("item_b", "item_e"));
		if (this.database.is(TestDatabase.MARIADB, TestDatabase.HSQLDB)) {
			assertThat(this.triggers.state())
				.anyMatch((trigger) -> trigger.matches("(?i)item_e .* behind .*, item_d]"));
		}
	}

	@Test
	void itKeepsStateAndPlaceOfATriggerThatItReplaces() throws Exception {
		theScriptDoesWhatAnUpdateDoes(Tagging.create("item_a", "INSERT", "third", "replaceIfExists: true"), DISABLE,
				Tagging.create("item_b", "INSERT,UPDATE", "first", "replaceIfExists: true"));
		theScriptDoesWhatAnUpdateDoes(Tagging.create("item_b", "INSERT", "third", "replaceIfExists: true"),
				"enableTrigger: { triggerName: item_b, tableName: item }");
	}

	@Test
	void itRenamesATableWithTheTriggersThatItHasDisabled() throws Exception {
		theScriptDoesWhatAnUpdateDoes(DISABLE, "renameTable: { oldTableName: item, newTableName: article }",
				RENAME.replace(": item ", ": article "), "enableTrigger: { triggerName: item_d, tableName: article }");
	}

	@Test
	void itChangesTriggersOfSeveralTables() throws Exception {
		this.database.execute("create table article (id int primary key)");
		theScriptDoesWhatAnUpdateDoes(DISABLE,
				Tagging.create("article_written", "second", "disabled: true").replace(": item,", ": article,"),
				"enableTrigger: { triggerName: article_written, tableName: article }",
				"dropTrigger: { triggerName: article_written, tableName: article }",
				"enableTrigger: { triggerName: item_b, tableName: item }");
	}

	@Test
	void itDoesNotCountWhatAPreconditionHasOnlyMarked() throws Exception {
		String marked = "preConditions: [ { onFail: MARK_RAN }, { onSqlOutput: TEST },"
				+ " { triggerExists: { triggerName: item_x, tableName: item } } ],";
		this.changelog.add(Tagging.create("item_b", "INSERT", "third", "replaceIfExists: true"), marked);
		this.changelog.add(DISABLE);
		runScript();
		this.changelog.update("enableTrigger: { triggerName: item_b, tableName: item }");
		this.database.execute("insert into item values (1)");
		assertThat(this.database.column("select tag from item_log order by tag")).containsExactly("first", "second",
				"third");
	}

	@Test
	void itFindsATriggerByItsNameAlone() throws Exception {
		assumeThat(this.database.is(TestDatabase.POSTGRESQL)).as("a trigger is a part of its table").isFalse();
		theScriptDoesWhatAnUpdateDoes("renameTrigger: { oldTriggerName: item_a, newTriggerName: item_d }",
				"dropTrigger: { triggerName: item_c }", "disableTrigger: { triggerName: item_b }",
				"renameTrigger: { oldTriggerName: item_b, newTriggerName: item_e }",
				"enableTrigger: { triggerName: item_e }", "disableTrigger: { triggerName: item_e }",
				"dropTrigger: { triggerName: item_e }");
	}

	@Test
	void itFindsATriggerByItsNameAloneOnATableThatItRenames() throws Exception {
		assumeThat(this.database.is(TestDatabase.POSTGRESQL)).as("a trigger is a part of its table").isFalse();
		theScriptDoesWhatAnUpdateDoes("disableTrigger: { triggerName: item_b }",
				"renameTable: { oldTableName: item, newTableName: article }",
				"renameTrigger: { oldTriggerName: item_b, newTriggerName: item_d }",
				"enableTrigger: { triggerName: item_d, tableName: article }");
	}

	@Test
	void itChangesTriggersOfViews() throws Exception {
		assumeThat(this.database.is(TestDatabase.MARIADB)).as("a view has no triggers").isFalse();
		this.database.execute("create view items as select id from item");
		this.changelog.update(Tagging.create("items_written", "second", "")
			.replace("tableName: item, timing: AFTER", "tableName: items, timing: INSTEAD_OF"));
		String disable = "disableTrigger: { triggerName: %s, tableName: %s }";
		String rename = "renameTrigger: { oldTriggerName: items_written, newTriggerName: items_kept, tableName: %s }";
		theScriptDoesWhatAnUpdateDoes(disable.formatted("items_written", "items"), rename.formatted("items"));
		this.changelog.rollback(2);
		theScriptDoesWhatAnUpdateDoes(rename.formatted("items"), disable.formatted("items_kept", "items"));
		if (this.database.is(TestDatabase.POSTGRESQL)) {
			this.changelog.rollback(2);
			theScriptDoesWhatAnUpdateDoes("renameView: { oldViewName: items, newViewName: goods }",
					disable.formatted("items_written", "goods"), rename.formatted("goods"),
					disable.formatted("items_kept", "goods").replace("disable", "enable"));
		}
	}

	/** What the script undoes before may have been another trigger of the name. */
	@Test
	void aRollbackBlockIsNotGuessed() throws Exception {
		assumeThat(this.database.is(TestDatabase.POSTGRESQL)).as("there is a statement").isFalse();
		this.changelog.add(DISABLE, "rollback: [ { " + DISABLE.replace("disable", "enable") + " } ],");
		this.changelog.update();
		assertThatExceptionOfType(Exception.class)
			.isThrownBy(() -> this.changelog.run((liquibase) -> liquibase.rollback(1, "", new StringWriter())))
			.withStackTraceContaining("outside of a rollback block");
		rollback(1);
		this.changelog.forgetLast();
	}

	@Test
	void aScriptForAnySchemaIsNotGuessed() throws Exception {
		assumeThat(this.database.is(TestDatabase.MARIADB, TestDatabase.H2, TestDatabase.HSQLDB))
			.as("there are schemas, and there is no statement")
			.isTrue();
		this.changelog.add(DISABLE);
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> this.changelog.run((liquibase) -> {
			liquibase.getDatabase().setOutputDefaultSchema(false);
			liquibase.getDatabase().setOutputDefaultCatalog(false);
			liquibase.update("", new StringWriter());
		})).withStackTraceContaining("for a schema that it names");
		this.changelog.forgetLast();
	}

	/** The server writes the definer into the text of one that was there. */
	@Test
	void aTriggerThatItCreatesDisabledHasTheTextOfItsDeclaration() throws Exception {
		assumeThat(this.database.is(TestDatabase.MARIADB)).isTrue();
		this.changelog.add(Tagging.create("item_e", "INSERT", "first", ""));
		this.changelog.add(DISABLE.replace("item_b", "item_e"));
		this.changelog.add(DISABLE);
		runScript();
		assertThat(this.triggers.all()).filteredOn((trigger) -> trigger.name().equals("item_e"))
			.singleElement()
			.satisfies((trigger) -> assertThat(trigger.definition()).doesNotContain("DEFINER"));
		assertThat(this.triggers.all()).filteredOn((trigger) -> trigger.name().equals("item_b"))
			.singleElement()
			.satisfies((trigger) -> assertThat(trigger.definition()).contains("DEFINER"));
	}

	@Test
	void aDisabledTriggerKeepsItsPlaceBesideThoseThatAreRenamed() throws Exception {
		String enable = "enableTrigger: { triggerName: item_b, tableName: item }";
		String[] renames = { "renameTrigger: { oldTriggerName: item_a, newTriggerName: item_e, tableName: item }",
				RENAME.replace("item_b", "item_c") };
		List<String> before = this.triggers.state();
		theScriptDoesWhatAnUpdateDoes(DISABLE, renames[0], renames[1], enable);
		if (this.database.is(TestDatabase.MARIADB, TestDatabase.HSQLDB)) {
			assertThat(this.triggers.state())
				.anyMatch((trigger) -> trigger.matches("(?i)item_d .* third behind \\[item_b, item_e__ins]"));
		}
		this.changelog.rollback(4);
		this.changelog.update(DISABLE);
		StringWriter future = new StringWriter();
		this.changelog.add(renames[0]);
		this.changelog.add(renames[1]);
		this.changelog.run((liquibase) -> liquibase.futureRollbackSQL("", future));
		this.changelog.update();
		runUndoing(future, enable);
		assertThat(this.triggers.state()).isEqualTo(before);
		this.changelog.rollback(1);
		this.changelog.update(renames[0]);
		this.changelog.update(renames[1]);
		StringWriter back = new StringWriter();
		this.changelog.run((liquibase) -> liquibase.rollback(2, "", back));
		runUndoing(back, enable);
		assertThat(this.triggers.state()).isEqualTo(before);
	}

	/** Run a script that undoes the last two changes, and make another one. */
	private void runUndoing(StringWriter script, String change) throws Exception {
		new DatabaseClient(this.database).run(script.toString());
		this.changelog.forgetLast();
		this.changelog.forgetLast();
		this.changelog.update(change);
	}

	@Test
	void itForgetsWhatItHasDisabledWithTheTable() throws Exception {
		this.changelog.add(DISABLE);
		this.changelog.add("dropTable: { tableName: item }");
		this.changelog.add("sql: { sql: create table item (id int primary key) }");
		runScript();
		assertThat(this.triggers.all()).isEmpty();
	}

	@Test
	void anUpdateGoesOnBehindIt() throws Exception {
		List<String> before = this.triggers.state();
		this.changelog.add(DISABLE);
		this.changelog.add(RENAME);
		runScript();
		this.changelog.update("enableTrigger: { triggerName: item_d, tableName: item }");
		this.changelog.rollback(3);
		assertThat(this.triggers.state()).isEqualTo(before);
	}

	@Test
	void whatCannotBeKnownIsRefused() throws Exception {
		this.changelog.add("sql: { sql: drop trigger item_b }");
		this.changelog.add(DISABLE);
		if (this.database.is(TestDatabase.POSTGRESQL)) {
			assertThat(this.changelog.updateSql()).contains("DISABLE TRIGGER");
		}
		else {
			assertThatExceptionOfType(Exception.class).isThrownBy(this.changelog::updateSql)
				.withStackTraceContaining("what trigger item_b is when a script makes the change is not known");
		}
		this.changelog.forgetLast();
		this.changelog.forgetLast();
	}

	@Test
	void whatIsNotThereByThenIsRefused() throws Exception {
		assumeThat(this.database.is(TestDatabase.POSTGRESQL)).as("there is a statement").isFalse();
		this.changelog.add("dropTrigger: { triggerName: item_a, tableName: item }");
		refused(DISABLE.replace("item_b", "item_a"), "disableTrigger: the script drops or renames trigger");
		refused(RENAME.replace("item_d", "item_c"), "so that");
		refused(DISABLE.replace("item_b", "item_x"), "item_x");
		this.changelog.forgetLast();
	}

	private void refused(String change, String reason) throws Exception {
		this.changelog.add(change);
		assertThatExceptionOfType(Exception.class).isThrownBy(this.changelog::updateSql)
			.withStackTraceContaining(reason);
		this.changelog.forgetLast();
	}

	private void theScriptDoesWhatAnUpdateDoes(String... changes) throws Exception {
		List<String> before = this.triggers.state();
		for (String change : changes) {
			this.changelog.add(change);
		}
		this.changelog.update();
		List<String> expected = this.triggers.state();
		rollback(changes.length);
		assertThat(this.triggers.state()).isEqualTo(before);
		runScript();
		assertThat(this.triggers.state()).isEqualTo(expected);
		rollback(changes.length);
		assertThat(this.triggers.state()).isEqualTo(before);
		this.changelog.update();
		assertThat(this.triggers.state()).isEqualTo(expected);
	}

	private void rollback(int count) throws Exception {
		this.changelog.run((liquibase) -> liquibase.rollback(count, ""));
	}

	private void runScript() throws Exception {
		new DatabaseClient(this.database).run(this.changelog.updateSql());
	}

}
