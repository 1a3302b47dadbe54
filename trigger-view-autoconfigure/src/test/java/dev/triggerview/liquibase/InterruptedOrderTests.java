package dev.triggerview.liquibase;

import java.nio.file.Path;
import java.util.List;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.trigger.Trigger;
import dev.triggerview.trigger.TriggerCatalog;
import liquibase.Liquibase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * A process that dies between any two statements of a change leaves all other triggers
 * running, and the next run brings all of them into the firing order. Only MariaDB and
 * HSQLDB have one of their own.
 */
@EachDatabase({ TestDatabase.MARIADB, TestDatabase.HSQLDB })
class InterruptedOrderTests {

	private final FreshDatabase database;

	@TempDir
	private Path directory;

	private Changelog changelog;

	private Interruption interruption;

	private int items;

	InterruptedOrderTests(FreshDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void begin() {
		this.changelog = new Changelog(this.directory, this.database);
		this.interruption = new Interruption(this.changelog, this.database);
	}

	@ParameterizedTest
	@ValueSource(strings = { "enable", "rename", "replace", "move" })
	void theNextRunFinishesTheOrder(String kind) throws Exception {
		finishesTheOrder(kind);
	}

	/** Without replaceIfExists, a trigger that MariaDB has created is there already. */
	@Test
	void theNextRunCreatesATriggerInFrontOfOthers() throws Exception {
		assumeThat(this.database.is(TestDatabase.HSQLDB)).as("it takes several statements").isTrue();
		finishesTheOrder("create");
	}

	private void finishesTheOrder(String kind) throws Exception {
		int statements = 1;
		for (int done = 0; done <= statements; done++) {
			threeTriggers(kind);
			this.changelog.add(change(kind));
			statements = this.interruption.update(done);
			assertThat(tagsOfInsert()).as("%s, %s statements", kind, done).contains("second", "third");
			this.changelog.update();
			assertFinished(kind, done);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "drop", "follow" })
	void theNextRollbackFinishesTheOrder(String kind) throws Exception {
		int statements = 1;
		for (int done = 0; done <= statements; done++) {
			threeTriggers(kind);
			this.changelog.update(change(kind));
			assertThat(tagsOfInsert()).startsWith("second");
			statements = this.interruption.rollback(done);
			assertThat(tagsOfInsert()).as("%s, %s statements", kind, done).contains("second", "third");
			this.changelog.rollback(1);
			assertFinished(kind, done);
		}
	}

	/** The change set that was interrupted is never run again. */
	@ParameterizedTest
	@ValueSource(strings = { "enable", "rename", "replace", "move" })
	void anotherChangeOfTheTableBringsAllTriggersBack(String kind) throws Exception {
		assumeThat(this.database.is(TestDatabase.HSQLDB)).as("a trigger has a deputy meanwhile").isTrue();
		int statements = 1;
		for (int done = 0; done <= statements; done++) {
			threeTriggers(kind);
			this.changelog.add(change(kind));
			statements = this.interruption.update(done);
			List<String> before = tagsOfInsert();
			this.changelog.forgetLast();
			String attributes = kind.equals("replace") ? "follows: item_third" : "replaceIfExists: true";
			this.changelog.update(Tagging.create("item_fourth", "fourth", attributes));
			assertThat(triggers()).as("%s, %s statements", kind, done)
				.extracting(Trigger::name)
				.contains("ITEM_SECOND", "ITEM_THIRD", "ITEM_FOURTH")
				.containsAnyOf("ITEM_FIRST", "RENAMED")
				.hasSize(4);
			assertThat(tagsOfInsert()).as("%s, %s statements", kind, done)
				.hasSize(before.size() + 1)
				.containsSubsequence("second", "third", "fourth");
			empty();
		}
	}

	/** Two change sets that were interrupted, of which the second is never run again. */
	@Test
	void aTriggerOutlivesTheChangesThatDidNotDisableAndEnableIt() throws Exception {
		assumeThat(this.database.is(TestDatabase.HSQLDB)).as("a deputy keeps the place of the trigger").isTrue();
		int statements = 1;
		for (int done = 0; done <= statements; done++) {
			threeTriggers("disable");
			this.changelog.add(change("disable"));
			this.interruption.update(this.interruption.update(0) - 2);
			assertThat(tagsOfInsert()).containsExactly("second", "third");
			this.changelog.forgetLast();
			this.changelog.add(change("enable"));
			statements = this.interruption.update(done);
			this.changelog.forgetLast();
			this.changelog.update(Tagging.create("item_fourth", "fourth", "replaceIfExists: true"));
			this.changelog.update(change("enable"));
			assertThat(tagsOfInsert()).as("%s statements", done).containsExactly("first", "second", "third", "fourth");
			assertThat(triggers()).as("%s statements", done).hasSize(4);
			empty();
		}
	}

	@Test
	void nothingIsKeptOfATriggerThatTheNextRunFindsEnabled() throws Exception {
		threeTriggers("enable");
		this.changelog.add(change("enable"));
		this.interruption.update(this.interruption.update(0) - 1);
		assertThat(kept()).isPositive();
		this.changelog.update();
		assertThat(kept()).isZero();
	}

	private void threeTriggers(String kind) throws Exception {
		begin();
		this.changelog.add("""
				sql: { sql: "create table item (id int primary key); create table item_log (tag varchar(20))" }""");
		List<String> order = switch (kind) {
			case "create" -> List.of("second", "third");
			case "move" -> List.of("second", "third", "first");
			default -> List.of("first", "second", "third");
		};
		for (String tag : order) {
			this.changelog
				.add(Tagging.create("item_" + tag, kind.equals("create") ? "INSERT, UPDATE" : "INSERT", tag, ""));
		}
		if (kind.equals("enable")) {
			this.changelog.add("disableTrigger: { triggerName: item_first, tableName: item }");
		}
		this.changelog.update();
	}

	private static String change(String kind) {
		return switch (kind) {
			case "rename" -> "renameTrigger: { oldTriggerName: item_first, newTriggerName: renamed, tableName: item }";
			case "create" -> Tagging.create("item_first", "INSERT, UPDATE", "first", "precedes: item_second");
			case "replace", "move" ->
				Tagging.create("item_first", "first", "precedes: item_second, replaceIfExists: true");
			case "follow" -> Tagging.create("item_first", "first", "follows: item_third, replaceIfExists: true");
			default -> kind + "Trigger: { triggerName: item_first, tableName: item }";
		};
	}

	private void assertFinished(String kind, int done) throws Exception {
		assertThat(tagsOfInsert()).as("%s, %s statements", kind, done).containsExactly("first", "second", "third");
		assertThat(triggers()).as("%s, %s statements", kind, done).hasSize(kind.equals("create") ? 6 : 3);
		empty();
	}

	@AfterEach
	void empty() throws Exception {
		this.changelog.run(Liquibase::dropAll);
	}

	private int kept() {
		return this.database.column("select subject from TRIGGER_VIEW_STORE where purpose = 'DISABLED'").size();
	}

	private List<String> tagsOfInsert() {
		this.database.execute("delete from item_log", "insert into item values (" + ++this.items + ")");
		return this.database.column("select tag from item_log");
	}

	private List<Trigger> triggers() {
		return new TriggerCatalog(this.database.dataSource()).triggers();
	}

}
