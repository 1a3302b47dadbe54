package dev.triggerview.liquibase;

import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.trigger.FunctionCatalog;
import dev.triggerview.trigger.Trigger;
import dev.triggerview.trigger.TriggerCatalog;
import dev.triggerview.trigger.TriggerState;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.logging.core.BufferedLogService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/** Only PostgreSQL has firing modes, comments of triggers and constraint triggers. */
@EachDatabase(TestDatabase.POSTGRESQL)
class PostgreSqlStateTests {

	private final FreshDatabase database;

	@TempDir
	private Path directory;

	private Changelog changelog;

	PostgreSqlStateTests(FreshDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void trigger() throws Exception {
		this.changelog = new Changelog(this.directory, this.database);
		this.changelog.update("""
				sql: { sql: "create table item (id int primary key); create table item_log (tag varchar(20))" }""");
		this.changelog.update(Tagging.create("item_written", "first", ""));
		this.database.execute("comment on trigger item_written on item is 'it''s ours'");
	}

	@AfterEach
	void empty() throws Exception {
		this.changelog.run(Liquibase::dropAll);
	}

	@Test
	void theFunctionOfADisabledTriggerOfAViewBelongsToIt() throws Exception {
		this.changelog.update("createView: { viewName: items, selectQuery: select id from item }");
		this.changelog.update(Tagging.create("items_written", "first", "")
			.replace("tableName: item", "tableName: items")
			.replace("AFTER", "INSTEAD OF"));
		List<dev.triggerview.trigger.Function> before = functions();
		this.changelog.update("disableTrigger: { triggerName: items_written, tableName: items }");
		assertThat(functions()).isEqualTo(before).allMatch((function) -> function.callers().size() == 1);
	}

	/** One with SECURITY DEFINER would run with the rights of another role. */
	@Test
	void theFunctionOfATriggerThatComesBackBelongsToItsOwner() throws Exception {
		this.database.execute("create role tv_owner", "alter function item__item_written_tv_fn owner to tv_owner",
				"revoke all on function item__item_written_tv_fn from public");
		List<String> before = owners();
		this.changelog.update("dropTrigger: { triggerName: item_written, tableName: item }");
		this.changelog.rollback(1);
		assertThat(owners()).isEqualTo(before);
		this.changelog.update(Tagging.create("item_written", "second", "replaceIfExists: true"));
		this.database.execute("alter function item__item_written_tv_fn owner to current_user");
		List<String> replaced = owners();
		this.changelog.update("tagDatabase: { tag: now }");
		this.changelog.rollback(2);
		assertThat(owners()).isEqualTo(replaced);
		this.database.execute("drop role tv_owner");
	}

	private List<String> owners() {
		return this.database
			.column("select concat(proname, proowner::regrole, proacl) from pg_proc where proname like 'item%'");
	}

	/** It is not a trigger that an interrupted script has dropped to disable it. */
	@Test
	void aTriggerThatSomebodyDroppedBehindAFailureIsMissed() throws Exception {
		this.changelog.add("disableTrigger: { triggerName: item_written, tableName: item } }, { sql: { sql: fails }",
				"runInTransaction: false,");
		assertThatException().isThrownBy(this.changelog::update).withStackTraceContaining("fails");
		this.database.execute("drop trigger item_written on item");
		assertThatException().isThrownBy(this.changelog::update)
			.withStackTraceContaining("has no trigger item_written on item");
	}

	/** Liquibase sends the statements of a change set with a transaction, and tells. */
	@Test
	void aRollbackWithoutATransactionWarnsOfAFunctionThatBelongsToAnotherRole() throws Exception {
		this.database.execute("create role tv_rollback", "grant all on schema public to tv_rollback");
		this.changelog.add("dropTrigger: { triggerName: item_written, tableName: item }", "runInTransaction: false,");
		this.changelog.update();
		this.database.execute("grant all on all tables in schema public to tv_rollback",
				"alter table item owner to tv_rollback");
		BufferedLogService logs = new BufferedLogService();
		Scope.child(Scope.Attr.logService.name(), logs, () -> {
			Connection connection = this.database.connect();
			connection.createStatement().execute("set role tv_rollback");
			this.changelog.run(connection, (liquibase) -> liquibase.rollback(1, ""));
		});
		assertThat(logs.getLogAsString(Level.WARNING)).contains("_tv_fn\"() belongs to tv_rollback");
		this.database.execute("drop owned by tv_rollback cascade", "drop role tv_rollback");
	}

	/** The next view of the old name has a trigger of the same name, too. */
	@Test
	void theFunctionOfADisabledTriggerOfAViewFollowsTheView() throws Exception {
		String view = "createView: { viewName: items, selectQuery: select id from item }";
		String creation = Tagging.create("items_written", "first", "")
			.replace("tableName: item", "tableName: items")
			.replace("AFTER", "INSTEAD OF");
		this.changelog.update(view);
		this.changelog.update(creation);
		this.changelog.update("disableTrigger: { triggerName: items_written, tableName: items }");
		this.changelog.update("renameView: { oldViewName: items, newViewName: articles }");
		this.changelog.update(view);
		this.changelog.update(creation.replace("'first'", "'second'"));
		this.changelog.update("enableTrigger: { triggerName: items_written, tableName: articles }");
		this.database.execute("insert into items values (1)", "insert into articles values (1)");
		assertThat(this.database.column("select tag from item_log")).containsExactly("second", "first");
		this.changelog.rollback(5);
		this.database.execute("delete from item_log", "insert into items values (1)");
		assertThat(this.database.column("select tag from item_log")).containsExactly("first");
	}

	/** The changelog does not tell what kind of trigger it is. */
	@Test
	void aScriptEnablesATriggerOfAViewThatIsNotDeclared() throws Exception {
		this.database.execute("create view items as select id from item",
				"create trigger items_written instead of insert on items for each row"
						+ " execute function item__item_written_tv_fn()");
		List<Trigger> before = triggers();
		this.changelog.update("disableTrigger: { triggerName: items_written, tableName: items }");
		this.changelog.update("""
				renameTrigger: { oldTriggerName: items_written, newTriggerName: items_other, tableName: items }""");
		StringWriter script = new StringWriter();
		this.changelog.run((liquibase) -> liquibase.rollback(2, "", script));
		new DatabaseClient(this.database).run(script.toString());
		assertThat(triggers()).isEqualTo(before);
		this.changelog.forgetLast();
		this.changelog.forgetLast();
		this.changelog.add("disableTrigger: { triggerName: items_written, tableName: items }");
		new DatabaseClient(this.database).run(this.changelog.updateSql());
		assertThat(triggers()).filteredOn((trigger) -> trigger.name().equals("items_written"))
			.singleElement()
			.satisfies((trigger) -> assertThat(trigger.state()).isEqualTo(TriggerState.DISABLED));
		this.changelog.rollback(1);
		assertThat(triggers()).isEqualTo(before);
		this.changelog.forgetLast();
	}

	@Test
	void aCommentThatAReplacementBringsGoesWithItsRollback() throws Exception {
		this.database.execute("comment on trigger item_written on item is null");
		this.changelog.update(Tagging.create("item_written", "second", "replaceIfExists: true, remarks: new"));
		assertThat(triggers()).allMatch((trigger) -> trigger.remarks().equals(Optional.of("new")));
		this.changelog.rollback(1);
		assertThat(triggers()).allMatch((trigger) -> trigger.remarks().isEmpty());
	}

	/** The server replaces neither of the two by the other. */
	@Test
	void aTriggerBecomesAConstraintAndAgainATriggerOfStatements() throws Exception {
		this.changelog.update("disableTrigger: { triggerName: item_written, tableName: item }");
		List<Trigger> before = triggers();
		String replaced = Tagging.create("item_written", "second", "replaceIfExists: true, %s");
		this.changelog.update(replaced.formatted("constraint: true, deferrable: true"));
		assertThat(definition()).contains("CONSTRAINT TRIGGER", "DEFERRABLE");
		this.changelog.update(replaced.formatted("forEach: STATEMENT").replace("AFTER", "BEFORE"));
		assertThat(definition()).contains("BEFORE INSERT", "FOR EACH STATEMENT").doesNotContain("CONSTRAINT");
		assertThat(triggers()).allMatch((trigger) -> trigger.state() == TriggerState.DISABLED);
		this.changelog.rollback(1);
		assertThat(definition()).contains("CONSTRAINT TRIGGER", "DEFERRABLE");
		this.changelog.rollback(1);
		assertThat(triggers()).isEqualTo(before);
	}

	private List<Trigger> triggers() {
		return new TriggerCatalog(this.database.dataSource()).triggers();
	}

	private String definition() {
		return this.database.value("select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal");
	}

	@Test
	void theStoreOfAnotherAccountIsLeftAlone() throws Exception {
		this.changelog.update("disableTrigger: { triggerName: item_written, tableName: item }");
		this.database.execute("drop role if exists reporting", "create role reporting",
				"grant usage on schema public to reporting");
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			statement.execute("set role reporting");
			assertThat(TriggerCatalog.triggers(connection)).hasSize(1);
		}
	}

	private List<dev.triggerview.trigger.Function> functions() throws Exception {
		try (Connection connection = this.database.connect()) {
			return FunctionCatalog.functions(connection);
		}
	}

	@ParameterizedTest
	@EnumSource
	void everyFiringModeAndTheCommentStay(TriggerState state) throws Exception {
		this.database.execute("alter table item " + switch (state) {
			case ENABLED -> "enable";
			case DISABLED -> "disable";
			default -> "enable " + state;
		} + " trigger item_written");
		this.changelog.update(Tagging.create("item_written", "second", "replaceIfExists: true"));
		assertHas(state);
		this.changelog.update(Tagging.create("item_written", "third",
				"replaceIfExists: true, constraint: true, initiallyDeferred: true"));
		assertHas(state);
		this.changelog.rollback(1);
		assertHas(state);
		this.changelog.update("disableTrigger: { triggerName: item_written, tableName: item }");
		assertHas(TriggerState.DISABLED);
		this.changelog.rollback(1);
		assertHas(state);
		this.changelog.update("dropTrigger: { triggerName: item_written, tableName: item }");
		this.changelog.rollback(1);
		assertHas(state);
	}

	/** The triggers of the partitions call the function, too. */
	@Test
	void aTriggerOfAPartitionedTableIsReplacedRenamedDisabledAndRestored() throws Exception {
		this.changelog.rollback(1);
		this.database.execute("drop table item", "create table item (id int primary key) partition by range (id)",
				"create table item_1 partition of item for values from (0) to (1000)");
		this.changelog.update(Tagging.create("item_written", "first", ""));
		this.changelog.update(Tagging.create("item_written", "second", "replaceIfExists: true"));
		assertThat(tagsOfInsert(1)).containsExactly("second");
		this.changelog
			.update("renameTrigger: { oldTriggerName: item_written, newTriggerName: renamed, tableName: item }");
		this.changelog.update("disableTrigger: { triggerName: renamed, tableName: item }");
		assertThat(tagsOfInsert(2)).isEmpty();
		this.changelog.rollback(3);
		assertThat(tagsOfInsert(3)).containsExactly("first");
		this.changelog.rollback(1);
		assertThat(triggers()).isEmpty();
	}

	private List<String> tagsOfInsert(int id) {
		this.database.execute("delete from item_log", "insert into item values (" + id + ")");
		return this.database.column("select tag from item_log");
	}

	@Test
	void theFunctionIsRenamedWithItsTriggerSoThatTheOldNameIsFree() throws Exception {
		this.changelog
			.update("renameTrigger: { oldTriggerName: item_written, newTriggerName: item_kept, tableName: item }");
		this.changelog.update(Tagging.create("item_written", "second", ""));
		assertThat(this.database.column("select proname from pg_proc where proname like '%tv_fn' order by 1"))
			.containsExactly("item__item_kept_tv_fn", "item__item_written_tv_fn");
	}

	@Test
	void theNextTableOfTheNameMayHaveATriggerOfTheSameName() throws Exception {
		this.changelog.update("renameTable: { oldTableName: item, newTableName: article }");
		this.changelog.update("sql: { sql: create table item (id int primary key) }");
		this.changelog.update(Tagging.create("item_written", "second", ""));
		assertThat(tagsOfInsert(1)).containsExactly("second");
		this.database.execute("delete from item_log", "insert into article values (1)");
		assertThat(this.database.column("select tag from item_log")).containsExactly("first");
		assertThat(this.database.column("select proname from pg_proc where proname like '%tv_fn' order by 1"))
			.containsExactly("article__item_written_tv_fn", "item__item_written_tv_fn");
	}

	/** PostgreSQL 11 has given the words another spelling, and reads both. */
	@Test
	void aCompleteStatementMayCallItsFunctionAProcedure() throws Exception {
		this.database.execute("create function touch() returns trigger language plpgsql as"
				+ " $$ begin insert into item_log values ('touched'); return new; end $$");
		String complete = """
				createTrigger: { triggerName: item_written, tableName: item, replaceIfExists: true, timing: AFTER,
				  body: "CREATE TRIGGER item_written AFTER INSERT ON item FOR EACH ROW EXECUTE PROCEDURE touch()" }"""
			.replace("\n", " ");
		this.changelog.update(complete);
		assertThat(definition()).endsWith("EXECUTE FUNCTION touch()");
		assertThat(tagsOfInsert(1)).containsExactly("touched");
		this.database.execute("comment on trigger item_written on item is 'not replaced'");
		this.changelog.update(complete);
		assertThat(triggers()).allMatch((trigger) -> trigger.remarks().equals(Optional.of("not replaced")));
		this.changelog.update("renameTrigger: { oldTriggerName: item_written, newTriggerName: b, tableName: item }");
		this.changelog.update("dropTrigger: { triggerName: b, tableName: item }");
		this.changelog.rollback(2);
		assertThat(definition()).contains("TRIGGER item_written").endsWith("EXECUTE FUNCTION touch()");
		this.changelog.rollback(2);
		assertThat(tagsOfInsert(2)).containsExactly("first");
	}

	private void assertHas(TriggerState state) {
		List<Trigger> triggers = triggers();
		assertThat(triggers).hasSize(1);
		assertThat(triggers.get(0).state()).isEqualTo(state);
		assertThat(triggers.get(0).remarks()).contains("it's ours");
	}

}
