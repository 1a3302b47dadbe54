package dev.triggerview.liquibase;

import java.io.StringWriter;
import java.util.List;
import java.util.logging.Level;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.trigger.TriggerState;
import liquibase.Scope;
import liquibase.logging.core.BufferedLogService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Somebody edits a trigger by hand: after an attempt that died, so that the next one
 * overwrites the edit, or after the change, so that its rollback does.
 */
@EachDatabase
class EditedTriggerTests extends ItemTriggers {

	private static final String DROP = "dropTrigger: { " + WRITTEN + " }";

	private static final String DISABLE = "disableTrigger: { " + WRITTEN + " }";

	EditedTriggerTests(FreshDatabase database) {
		super(database);
	}

	@ParameterizedTest
	@ValueSource(strings = { "replace", "drop" })
	void aRollbackBringsBackWhatWasEditedAfterAnAttemptThatDied(String kind) throws Exception {
		assumeThat(this.database.is(TestDatabase.POSTGRESQL, TestDatabase.SQLITE)).as("nothing of it stays").isFalse();
		int statements = 1;
		for (int done = 0; done <= statements; done++) {
			this.changelog.update(Tagging.create("item_written", "INSERT, DELETE", "first", ""));
			this.changelog.add(change(kind));
			statements = new Interruption(this.changelog, this.database).update(done);
			edit();
			this.changelog.update();
			assertThat(tagsOfInsert()).isEqualTo(kind.equals("replace") ? List.of("second") : List.of());
			this.changelog.rollback(1);
			assertThat(tagsOfInsert()).as("%s, %s statements", kind, done).containsExactly("third");
			this.changelog.rollback(1);
			assertThat(triggers()).isEmpty();
		}
	}

	/** The process dies when everything is done but that Liquibase remembers it. */
	@ParameterizedTest
	@CsvSource({ "replace, false, first", "replace, true, third", "drop, false, first", "drop, true, third" })
	void aRollbackBringsBackWhatTheChangeHasNotMade(String kind, boolean edited, String expected) throws Exception {
		this.changelog.update(Tagging.create("item_written", "INSERT, DELETE", "first", ""));
		this.changelog.update(change(kind));
		forgetRun();
		if (edited) {
			edit();
		}
		this.changelog.update();
		assertThat(tagsOfInsert()).isEqualTo(kind.equals("replace") ? List.of("second") : List.of());
		this.changelog.rollback(1);
		assertThat(tagsOfInsert()).containsExactly(expected);
	}

	/** The attempt found it disabled already. */
	@Test
	void aRollbackBringsBackTheStateThatTheChangeHasNotMade() throws Exception {
		this.changelog.update(Tagging.create("item_written", "INSERT, DELETE", "first", "enabled: false"));
		this.changelog.update(DISABLE);
		forgetRun();
		edit();
		this.changelog.update();
		assertThat(tagsOfInsert()).isEmpty();
		this.changelog.rollback(1);
		assertThat(tagsOfInsert()).containsExactly("third");
	}

	/** What the disabling kept would be enabled again once the new one is dropped. */
	@Test
	void aRollbackForgetsWhatSomebodyHasCreatedMeanwhile() throws Exception {
		assumeThat(this.database.is(TestDatabase.POSTGRESQL)).as("a disabled trigger is there").isFalse();
		this.changelog.update(Tagging.create("item_written", "INSERT, DELETE", "first", ""));
		this.changelog.update(DISABLE);
		edit();
		this.changelog.rollback(1);
		assertThat(tagsOfInsert()).containsExactly("third");
		assertThat(this.database.value("select count(*) from TRIGGER_VIEW_STORE where PURPOSE = 'DISABLED'"))
			.isEqualTo("0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "replace", "drop" })
	void aRollbackTellsOfTheEditThatItOverwrites(String kind) throws Exception {
		this.changelog.update(Tagging.create("item_written", "INSERT, DELETE", "first", ""));
		this.changelog.update(change(kind));
		edit();
		assertThat(warningsOf(() -> this.changelog.run((liquibase) -> liquibase.rollback(1, "", new StringWriter()))))
			.contains("rollback overwrites trigger ");
		assertThat(warningsOfRollback()).containsOnlyOnce("rollback overwrites trigger ")
			.containsAnyOf("'third'", "$Third", ".third()");
		assertThat(tagsOfInsert()).containsExactly("first");
	}

	@ParameterizedTest
	@ValueSource(strings = { "replace", "drop", "disable" })
	void aRollbackOfWhatNobodyEditedTellsNothing(String kind) throws Exception {
		this.changelog.update(Tagging.create("item_written", "INSERT, DELETE", "first", "enabled: false"));
		this.changelog.update(change(kind));
		if (!kind.equals("drop")) {
			this.changelog
				.update("renameTrigger: { oldTriggerName: item_written, newTriggerName: b, tableName: item }");
			this.changelog.rollback(1);
		}
		this.changelog.update("renameTable: { oldTableName: item, newTableName: thing }");
		this.changelog.rollback(1);
		assertThat(warningsOfRollback()).isEmpty();
		assertThat(states()).containsOnly(TriggerState.DISABLED);
	}

	/** SQLite writes the name of the table anew, in quotes. */
	@ParameterizedTest
	@ValueSource(strings = { "item", "item_log" })
	void aTableThatIsRenamedThereAndBackIsNoEdit(String table) throws Exception {
		assumeThat(this.database.is(TestDatabase.SQLITE)).isTrue();
		this.changelog.update("createTrigger: { triggerName: item_written, replaceIfExists: true, body: create trigger"
				+ " item_written after insert on item begin delete from item_log; end }");
		String before = triggers().get(0).definition();
		this.changelog.update("renameTable: { oldTableName: " + table + ", newTableName: thing }");
		this.changelog.rollback(1);
		assertThat(triggers().get(0).definition()).isNotEqualTo(before);
		assertThat(warningsOfRollback()).isEmpty();
	}

	@Test
	void aChangeSetThatRunsOnChangeKeepsAnEdit() throws Exception {
		this.changelog.add(change("replace"), "runOnChange: true,");
		this.changelog.update();
		edit();
		this.changelog.edit(Tagging.create("item_written", "first", "replaceIfExists: true"), "runOnChange: true,");
		this.changelog.update();
		assertThat(warningsOfRollback()).isEmpty();
		assertThat(tagsOfInsert()).containsExactly("third");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aFunctionThatWasEditedIsKeptOrToldOf(boolean made) throws Exception {
		assumeThat(
				this.database.is(TestDatabase.H2, TestDatabase.HSQLDB, TestDatabase.POSTGRESQL, TestDatabase.MARIADB))
			.isTrue();
		this.changelog.update(fee(1));
		this.changelog.update(fee(2));
		if (!made) {
			forgetRun();
		}
		this.database.execute(this.database.is(TestDatabase.H2) ? "drop alias fee" : "drop function fee",
				switch (this.database.kind()) {
					case H2 -> "create alias fee as 'int fee() { return 3; }'";
					case POSTGRESQL -> "create function fee() returns int language sql as 'select 3'";
					default -> "create function fee() returns int return 3";
				});
		this.changelog.update();
		String warnings = warningsOfRollback();
		assertThat(this.database.value(this.database.is(TestDatabase.HSQLDB) ? "call fee()" : "select fee()"))
			.isEqualTo(made ? "1" : "3");
		assertThat(warnings.contains(" 3")).isEqualTo(made);
	}

	private String fee(int result) {
		return "createFunction: { functionName: fee, returns: int, replaceIfExists: true, functionBody: '%s' }"
			.formatted(this.database.is(TestDatabase.H2) ? "int fee() { return " + result + "; }" : "return " + result);
	}

	private static String change(String kind) {
		return switch (kind) {
			case "replace" -> Tagging.create("item_written", "INSERT, DELETE", "second", "replaceIfExists: true");
			case "drop" -> DROP;
			default -> DISABLE;
		};
	}

	private void forgetRun() {
		this.database.execute("delete from DATABASECHANGELOG where ORDEREXECUTED ="
				+ this.database.value("select max(ORDEREXECUTED) from DATABASECHANGELOG"));
	}

	private String warningsOfRollback() throws Exception {
		return warningsOf(() -> this.changelog.rollback(1));
	}

	private static String warningsOf(Scope.ScopedRunner<?> action) throws Exception {
		BufferedLogService logs = new BufferedLogService();
		Scope.child(Scope.Attr.logService.name(), logs, action);
		return logs.getLogAsString(Level.WARNING);
	}

	/** The trigger that tags an insertion, whether or not it is there. */
	private void edit() {
		String insert = "insert into item_log (tag) values ('third')";
		String body = " after insert on item for each row " + insert;
		switch (this.database.kind()) {
			case POSTGRESQL, POSTGRESQL_14 -> {
				String function = functions().isEmpty() ? "third()" : "item__item_written_tv_fn()";
				this.database.execute("drop trigger if exists item_written on item",
						"create or replace function " + function + " returns trigger language plpgsql as $$ begin "
								+ insert + "; return null; end $$",
						"create trigger item_written after insert on item for each row execute function " + function);
			}
			case H2 -> this.database.execute("drop trigger if exists item_written",
					"create trigger item_written after insert on item for each row call '"
							+ Tagging.Third.class.getName() + "'");
			case SQL_SERVER ->
				this.database.execute("create or alter trigger item_written on item after insert as " + insert);
			case ORACLE -> this.database.execute("create or replace trigger item_written"
					+ " after insert on item for each row begin " + insert + "; end;");
			case DB2 -> this.database.execute("create or replace trigger item_written" + body);
			case SQLITE -> this.database.execute("drop trigger if exists item_written__ins",
					"create trigger item_written__ins after insert on item begin " + insert + "; end");
			default -> this.database.execute("drop trigger if exists item_written__ins",
					"create trigger item_written__ins" + body);
		}
	}

}
