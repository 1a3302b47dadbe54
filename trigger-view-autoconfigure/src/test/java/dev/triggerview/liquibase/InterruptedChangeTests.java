package dev.triggerview.liquibase;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.trigger.Trigger;
import dev.triggerview.trigger.TriggerCatalog;
import dev.triggerview.trigger.TriggerState;
import liquibase.Liquibase;
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
			sql: { sql: "create table item (id int not null primary key); create table item_log (tag varchar(20))" }""";

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
	@ValueSource(strings = { "disable", "enable", "rename", "replace", "drop" })
	void theNextRunFinishesTheChange(String kind) throws Exception {
		int statements = 1;
		for (int done = 0; done <= statements; done++) {
			Changelog changelog = new Changelog(this.directory, this.database);
			changelog.add(TABLES);
			changelog.add(Tagging.create("item_written", "INSERT, DELETE", "first", ""));
			if (kind.equals("enable")) {
				changelog.add("disableTrigger: { triggerName: item_written, tableName: item }");
			}
			changelog.update();
			List<Trigger> before = triggers();
			changelog.add(change(kind));
			statements = new Interruption(changelog, this.database).update(done);
			if (!kind.equals("drop")) {
				assertThat(triggers()).as("%s, %s statements", kind, done).isNotEmpty();
			}
			changelog.update();
			assertMade(kind, before);
			changelog.rollback(1);
			assertThat(triggers()).as("%s, %s statements, and back", kind, done)
				.usingRecursiveFieldByFieldElementComparatorIgnoringFields("position")
				.isEqualTo(before);
			empty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "enable", "rename", "replace", "drop" })
	void theNextRollbackFinishesARollback(String kind) throws Exception {
		assumeThat(this.database.is(TestDatabase.POSTGRESQL, TestDatabase.SQLITE)).as("nothing of it stays").isFalse();
		Changelog changelog = new Changelog(this.directory, this.database);
		changelog.update(TABLES);
		changelog.update(Tagging.create("item_written", "INSERT, DELETE", "first", ""));
		if (kind.equals("enable")) {
			changelog.update("disableTrigger: { triggerName: item_written, tableName: item }");
		}
		List<Trigger> before = triggers();
		int statements = 1;
		for (int done = 0; done <= statements; done++) {
			changelog.update(change(kind));
			statements = new Interruption(changelog, this.database).rollback(done);
			changelog.rollback(1);
			assertThat(triggers()).as("%s, %s statements", kind, done)
				.usingRecursiveFieldByFieldElementComparatorIgnoringFields("position")
				.isEqualTo(before);
		}
	}

	/** The limits name the databases where a trigger may run under both names. */
	@Test
	void aTriggerRunsWhileItIsRenamed() throws Exception {
		Set<Integer> tags = new TreeSet<>();
		int statements = 1;
		for (int done = 0; done <= statements; done++) {
			Changelog changelog = new Changelog(this.directory, this.database);
			changelog.add(TABLES);
			changelog.update(Tagging.create("item_written", "first", ""));
			changelog.add(change("rename"));
			statements = new Interruption(changelog, this.database).update(done);
			this.database.execute("insert into item values (1)");
			tags.add(this.database.column("select tag from item_log").size());
			empty();
		}
		boolean both = this.database.is(TestDatabase.MARIADB, TestDatabase.MYSQL);
		assertThat(tags).isEqualTo(both ? Set.of(1, 2) : Set.of(1));
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
		assertThat(triggers()).hasSize(kind.equals("drop") ? 0 : before.size());
		switch (kind) {
			case "disable", "drop" -> assertThat(tags).isEmpty();
			case "replace" -> assertThat(tags).containsExactly("second");
			default -> assertThat(tags).containsExactly("first");
		}
		assertThat(triggers()).allSatisfy((trigger) -> {
			assertThat(trigger.state())
				.isEqualTo(kind.equals("disable") ? TriggerState.DISABLED : TriggerState.ENABLED);
			assertThat(trigger.name()).startsWithIgnoringCase(kind.equals("rename") ? "renamed" : "item_written");
		});
	}

	private List<Trigger> triggers() {
		return new TriggerCatalog(this.database.dataSource()).triggers();
	}

}
