package dev.triggerview.liquibase;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.trigger.Trigger;
import dev.triggerview.trigger.TriggerState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@EachDatabase
class TriggerLifecycleTests extends ItemTriggers {

	TriggerLifecycleTests(FreshDatabase database) {
		super(database);
	}

	@Test
	void aDisabledTriggerStaysDisabledThroughReplacementAndRenaming() throws Exception {
		this.changelog.update(Tagging.create("item_written", "first", ""));
		assertThat(tagsOfInsert()).containsExactly("first");
		this.changelog.update(Tagging.create("item_written", "second", "replaceIfExists: true"));
		assertThat(tagsOfInsert()).containsExactly("second");
		this.changelog.update("disableTrigger: { " + WRITTEN + " }");
		assertThat(tagsOfInsert()).isEmpty();
		assertThat(states()).containsExactly(TriggerState.DISABLED);
		this.changelog.update(Tagging.create("item_written", "third", "replaceIfExists: true"));
		assertThat(tagsOfInsert()).isEmpty();
		assertThat(states()).containsExactly(TriggerState.DISABLED);
		this.changelog
			.update("renameTrigger: { oldTriggerName: item_written, newTriggerName: item_kept, tableName: item }");
		assertThat(names()).containsExactly("item_kept");
		assertThat(tagsOfInsert()).isEmpty();
		this.changelog.update("enableTrigger: { triggerName: item_kept, tableName: item }");
		assertThat(states()).containsExactly(TriggerState.ENABLED);
		assertThat(tagsOfInsert()).containsExactly("third");
		this.changelog.rollback(1);
		assertThat(states()).containsExactly(TriggerState.DISABLED);
		this.changelog.rollback(1);
		assertThat(names()).containsExactly("item_written");
		this.changelog.rollback(1);
		assertThat(states()).containsExactly(TriggerState.DISABLED);
		assertThat(tagsOfInsert()).isEmpty();
		this.changelog.rollback(1);
		assertThat(states()).containsExactly(TriggerState.ENABLED);
		assertThat(tagsOfInsert()).containsExactly("second");
		this.changelog.rollback(1);
		assertThat(tagsOfInsert()).containsExactly("first");
		this.changelog.rollback(1);
		assertThat(triggers()).isEmpty();
		assertThat(functions()).isEmpty();
	}

	@Test
	void rollingBackADropRestoresWhatWasThere() throws Exception {
		this.changelog.update(Tagging.create("item_written", "INSERT, DELETE", "first", ""));
		List<Trigger> before = triggers();
		List<String> functions = functions();
		this.changelog.update("dropTrigger: { " + WRITTEN + " }");
		assertThat(triggers()).isEmpty();
		assertThat(functions()).isEmpty();
		this.changelog.rollback(1);
		assertThat(triggers()).isEqualTo(before);
		assertThat(functions()).isEqualTo(functions);
		assertThat(tagsOfInsert()).containsExactly("first");
	}

	@Test
	void rollingBackADropRestoresADisabledTrigger() throws Exception {
		this.changelog.update(Tagging.create("item_written", "first", ""));
		this.changelog.update("disableTrigger: { " + WRITTEN + " }");
		List<Trigger> before = triggers();
		this.changelog.update("dropTrigger: { " + WRITTEN + " }");
		assertThat(triggers()).isEmpty();
		this.changelog.rollback(1);
		assertThat(triggers()).isEqualTo(before);
		assertThat(tagsOfInsert()).isEmpty();
		this.changelog.update("enableTrigger: { " + WRITTEN + " }");
		assertThat(tagsOfInsert()).containsExactly("first");
	}

	@Test
	void theBodyAndAllElseIsTheSameAfterDisablingAndRenaming() throws Exception {
		this.changelog.update(Tagging.create("item_written", "INSERT, UPDATE", "first", ""));
		List<Trigger> before = triggers();
		this.changelog.update("disableTrigger: { " + WRITTEN + " }");
		assertThat(names())
			.isEqualTo(before.stream().map((trigger) -> trigger.name().toLowerCase(Locale.ROOT)).toList());
		this.changelog.update("enableTrigger: { " + WRITTEN + " }");
		assertThat(triggers()).isEqualTo(before);
		this.changelog
			.update("renameTrigger: { oldTriggerName: item_written, newTriggerName: item_kept, tableName: item }");
		assertThat(names()).allMatch((name) -> name.startsWith("item_kept")).hasSameSizeAs(before);
		this.changelog.rollback(1);
		assertThat(triggers()).isEqualTo(before);
	}

	/** Where names have no case of their own there is nothing to do. */
	@Test
	void aTriggerGetsItsNameInAnotherCase() throws Exception {
		this.changelog.update(Tagging.create("item_written", "INSERT, DELETE", "first", ""));
		List<Trigger> before = triggers();
		this.changelog
			.update("renameTrigger: { oldTriggerName: item_written, newTriggerName: Item_Written, tableName: item }");
		boolean folded = this.database.is(TestDatabase.H2, TestDatabase.HSQLDB, TestDatabase.ORACLE, TestDatabase.DB2);
		assertThat(triggers()).hasSameSizeAs(before)
			.allMatch((trigger) -> trigger.name().startsWith(folded ? "ITEM_WRITTEN" : "Item_Written"));
		assertThat(tagsOfInsert()).containsExactly("first");
		this.changelog.rollback(1);
		assertThat(triggers()).isEqualTo(before);
	}

	/** Time that doubles with each of them would never end. */
	@Test
	@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void aTriggerIsFoundAfterManyRenamings() throws Exception {
		this.changelog.add(Tagging.create("item_a", "INSERT, DELETE", "first", ""));
		for (int i = 0; i < 45; i++) {
			this.changelog.add("renameTrigger: { oldTriggerName: item_%s, newTriggerName: item_%s, tableName: item }"
				.formatted((i % 2 == 0) ? "a" : "b", (i % 2 == 0) ? "b" : "a"));
		}
		this.changelog.update();
		assertThat(names()).allMatch((name) -> name.startsWith("item_b"));
		assertThat(tagsOfInsert()).containsExactly("first");
		this.changelog.update("dropTrigger: { triggerName: item_b, tableName: item }");
		assertThat(triggers()).isEmpty();
	}

	@Test
	void aTriggerIsFoundAfterItsTableWasRenamed() throws Exception {
		this.changelog.update(Tagging.create("item_written", "INSERT, DELETE", "first", ""));
		this.changelog
			.update("renameTrigger: { oldTriggerName: item_written, newTriggerName: item_kept, tableName: item }");
		this.changelog.update("renameTable: { oldTableName: item, newTableName: thing }");
		this.changelog.update("dropTrigger: { triggerName: item_kept, tableName: thing }");
		assertThat(triggers()).isEmpty();
	}

	@Test
	void aTriggerThatIsCreatedDisabledReplacesNoneUnasked() throws Exception {
		this.changelog.update(Tagging.create("item_written", "first", ""));
		assertThatException()
			.isThrownBy(() -> this.changelog.update(Tagging.create("item_written", "second", "disabled: true")))
			.withMessageContaining("already");
		this.changelog.forgetLast();
		assertThat(tagsOfInsert()).containsExactly("first");
	}

	@Test
	void aScriptReplacesNoTriggerByOneThatIsEnabledUnasked() throws Exception {
		this.changelog.add(Tagging.create("item_written", "first", "disabled: true, replaceIfExists: true"));
		boolean disables = this.database.is(TestDatabase.POSTGRESQL, TestDatabase.SQL_SERVER, TestDatabase.ORACLE);
		assertThat(this.changelog.updateSql()).contains(disables ? "DISABLE" : "VALUES ('DISABLED',");
		this.changelog.forgetLast();
	}

	@Test
	void aTriggerIsCreatedDisabled() throws Exception {
		this.changelog.update(Tagging.create("item_written", "INSERT, DELETE", "first", "disabled: true"));
		assertThat(Set.copyOf(states())).containsExactly(TriggerState.DISABLED);
		assertThat(tagsOfInsert()).isEmpty();
		this.changelog.update("enableTrigger: { " + WRITTEN + " }");
		assertThat(tagsOfInsert()).containsExactly("first");
		this.changelog.rollback(2);
		assertThat(triggers()).isEmpty();
	}

	@Test
	void aTriggerOfACompleteStatementIsCreatedDisabled() throws Exception {
		String head = this.database.is(TestDatabase.SQL_SERVER) ? "ON item AFTER INSERT AS "
				: "AFTER INSERT ON item FOR EACH ROW ";
		String action = switch (this.database.kind().product()) {
			case POSTGRESQL -> "EXECUTE FUNCTION item_logged()";
			case H2 -> "CALL ''" + Tagging.First.class.getName() + "''";
			case SQLITE, ORACLE -> "BEGIN INSERT INTO item_log (tag) VALUES (''first''); END;";
			default -> "INSERT INTO item_log (tag) VALUES (''first'')";
		};
		if (this.database.is(TestDatabase.POSTGRESQL)) {
			this.database.execute("create or replace function item_logged() returns trigger language plpgsql as $$ "
					+ "begin insert into item_log (tag) values ('first'); return null; end $$");
		}
		this.changelog.update("createTrigger: { " + WRITTEN + ", enabled: false, "
				+ "body: 'CREATE TRIGGER item_written " + head + action + "' }");
		assertThat(states()).containsExactly(TriggerState.DISABLED);
		assertThat(tagsOfInsert()).isEmpty();
		this.changelog.update("enableTrigger: { " + WRITTEN + " }");
		assertThat(tagsOfInsert()).containsExactly("first");
	}

	@Test
	void disablingADisabledTriggerIsNotUndone() throws Exception {
		this.changelog.update(Tagging.create("item_written", "first", ""));
		this.changelog.update("disableTrigger: { " + WRITTEN + " }");
		this.changelog.update("disableTrigger: { " + WRITTEN + " }");
		this.changelog.rollback(1);
		assertThat(states()).containsExactly(TriggerState.DISABLED);
		this.changelog.rollback(1);
		assertThat(states()).containsExactly(TriggerState.ENABLED);
	}

	@Test
	void aTriggerThatDoesNotExistIsAnErrorThatNamesTheNearest() throws Exception {
		this.changelog.update(Tagging.create("item_written", "first", ""));
		for (String change : List.of("enableTrigger: { triggerName: item_writen, tableName: item }",
				"disableTrigger: { triggerName: item_writen, tableName: item }",
				"dropTrigger: { triggerName: item_writen, tableName: item }",
				"renameTrigger: { oldTriggerName: item_writen, newTriggerName: x, tableName: item }")) {
			Changelog wrong = new Changelog(this.directory, this.database);
			wrong.add(TABLES);
			wrong.add(Tagging.create("item_written", "first", ""));
			wrong.add(change);
			assertThatExceptionOfType(Exception.class).isThrownBy(wrong::update)
				.havingRootCause()
				.satisfies((ex) -> assertThat(ex.getMessage()).containsIgnoringCase("no trigger item_writen on item")
					.containsIgnoringCase("did you mean item_written"));
		}
	}

	@Test
	void aDropSucceedsWhenTheTableIsGoneOrTheTriggerMayBeMissing() throws Exception {
		this.changelog.update(Tagging.create("item_written", "first", ""));
		this.changelog.update("dropTrigger: { triggerName: other, tableName: item, ifExists: true }");
		this.changelog.update("dropTable: { tableName: item }");
		this.changelog.update("dropTrigger: { " + WRITTEN + " }");
		assertThat(triggers()).isEmpty();
		assertThat(functions()).isEmpty();
	}

	@Test
	void aDisabledTriggerFollowsItsTableToANewName() throws Exception {
		this.changelog.update(Tagging.create("item_written", "INSERT, DELETE", "first", ""));
		List<Trigger> before = triggers();
		this.changelog.update("disableTrigger: { " + WRITTEN + " }");
		this.changelog.update("renameTable: { oldTableName: item, newTableName: article }");
		assertThat(Set.copyOf(states())).containsExactly(TriggerState.DISABLED);
		this.changelog.update("enableTrigger: { triggerName: item_written, tableName: article }");
		assertThat(tagsOfInsert("article")).containsExactly("first");
		this.changelog.rollback(1);
		assertThat(tagsOfInsert("article")).isEmpty();
		this.changelog.rollback(2);
		assertThat(triggers()).isEqualTo(before);
		assertThat(tagsOfInsert()).containsExactly("first");
	}

	/** H2 and HSQLDB get reserved words in upper case from Liquibase. */
	@Test
	void reservedWordsNameWhatLiquibaseNamesSo() throws Exception {
		this.changelog.update("createTable: { tableName: user, columns: [ { column: { name: id, type: int } } ] }");
		String quoted = this.database.is(TestDatabase.POSTGRESQL, TestDatabase.SQL_SERVER) ? "\"user\""
				: this.database.is(TestDatabase.MARIADB, TestDatabase.MYSQL, TestDatabase.SQLITE) ? "user" : "\"USER\"";
		this.changelog.update(Tagging.create("order", "first", "").replace("tableName: item", "tableName: user"));
		assertThat(tagsOfInsert(quoted)).containsExactly("first");
		this.changelog.update("disableTrigger: { triggerName: order, tableName: user }");
		assertThat(tagsOfInsert(quoted)).isEmpty();
		this.changelog.rollback(1);
		assertThat(tagsOfInsert(quoted)).containsExactly("first");
		this.changelog.rollback(2);
		assertThat(triggers()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "INSERT", "INSERT, DELETE" })
	void theStatementsOfAReplacementAreModified(String events) throws Exception {
		String modified = "modifySql: [ { replace: { replace: second, with: third } },"
				+ " { replace: { replace: Second, with: Third } } ],";
		this.changelog.add(Tagging.create("item_written", events, "second", ""), modified);
		this.changelog.update();
		assertThat(tagsOfInsert()).containsExactly("third");
		this.changelog.update(Tagging.create("item_written", events, "first", "replaceIfExists: true"));
		this.changelog.add(Tagging.create("item_written", events, "second", "replaceIfExists: true"), modified);
		this.changelog.update();
		assertThat(tagsOfInsert()).containsExactly("third");
		this.changelog.rollback(1);
		assertThat(tagsOfInsert()).containsExactly("first");
	}

	@Test
	void anUnchangedDefinitionSendsNoDdlAndAHandEditIsRepaired() throws Exception {
		this.changelog.update(Tagging.create("item_written", "first", "replaceIfExists: true"));
		String again = Tagging.create("item_written", "first", "replaceIfExists: true");
		this.changelog.add(again);
		assertThat(statements()).isEmpty();
		this.changelog.update();
		this.changelog.rollback(1);
		assertThat(tagsOfInsert()).containsExactly("first");
		this.changelog.update("dropTrigger: { " + WRITTEN + " }");
		this.changelog.update(Tagging.create("item_written", "second", ""));
		this.changelog.add(again);
		assertThat(statements()).isNotEmpty();
		this.changelog.update();
		assertThat(tagsOfInsert()).containsExactly("first");
	}

	/** Liquibase asks for the statements that undo it all the same. */
	@Test
	void whatIsNotForTheDatabaseIsNotUndoneThere() throws Exception {
		this.changelog.update(Tagging.create("item_written", "first", ""));
		this.changelog.update(Tagging.create("item_written", "third", "dbms: oracle") + " }, { "
				+ Tagging.create("item_written", "second", "replaceIfExists: true"));
		assertThat(tagsOfInsert()).containsExactly("second");
		this.changelog.rollback(1);
		assertThat(tagsOfInsert()).containsExactly("first");
		this.changelog.update(Tagging.create("item_written", "second", "onUnsupported: SKIP")
			.replace("timing: AFTER", "timing: COMPOUND"));
		this.changelog.rollback(1);
		assertThat(tagsOfInsert()).containsExactly("first");
	}

	/** Nothing has created the store then. */
	@Test
	void aRenamingThatIsOnlyMarkedAsMadeIsUndone() throws Exception {
		this.changelog.update(Tagging.create("item_written", "first", ""));
		this.changelog
			.add("renameTrigger: { oldTriggerName: item_marked, newTriggerName: item_written, tableName: item }");
		this.changelog.run((liquibase) -> liquibase.markNextChangeSetRan(""));
		this.changelog.rollback(1);
		assertThat(names()).containsExactly("item_marked");
		assertThat(tagsOfInsert()).containsExactly("first");
	}

	/** What a change set would send that defines something. */
	private List<String> statements() throws Exception {
		List<String> statements = new ArrayList<>();
		this.changelog.run((liquibase) -> {
			var unrun = liquibase.listUnrunChangeSets(null, null);
			for (var change : unrun.get(unrun.size() - 1).getChanges()) {
				for (var statement : change.generateStatements(liquibase.getDatabase())) {
					statements.add(statement.toString());
				}
			}
		});
		return statements.stream().filter((sql) -> !sql.startsWith("DELETE") && !sql.startsWith("INSERT")).toList();
	}

}
