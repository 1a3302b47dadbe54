package dev.triggerview.liquibase;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.trigger.TriggerTiming;
import liquibase.Liquibase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A client that runs a script may stop at any statement, and most of them commit each one
 * by itself: an update, or a rollback, that comes after it leads to the same triggers.
 */
@EachDatabase({ TestDatabase.MARIADB, TestDatabase.H2, TestDatabase.HSQLDB, TestDatabase.SQLITE })
class InterruptedScriptTests {

	private final FreshDatabase database;

	private final TriggersInOrder triggers;

	private final List<String> changes;

	@TempDir
	private Path directory;

	private Changelog changelog;

	private List<String> before;

	private List<String> after;

	InterruptedScriptTests(FreshDatabase database) {
		this.database = database;
		this.triggers = new TriggersInOrder(database);
		this.changes = List.of(trigger("item_a", "INSERT,UPDATE", "second", "replaceIfExists: true"),
				"disableTrigger: { triggerName: item_b, tableName: item }",
				"renameTrigger: { oldTriggerName: item_a, newTriggerName: item_c, tableName: item }",
				"enableTrigger: { triggerName: item_c, tableName: item }");
	}

	/** The text of the other one is long, so that our store has it in parts. */
	@BeforeEach
	void changesOfADisabledTriggerAndOfAnother() throws Exception {
		this.changelog = new Changelog(this.directory, this.database);
		this.changelog.update("sql: { sql: create table item_log (tag varchar(20)); %s }".formatted(item()));
		this.changelog.update(trigger("item_a", "INSERT", "first", "disabled: true"));
		this.changelog.update(trigger("item_b", "DELETE", "third", "").replace("VALUES ('third')",
				"SELECT 'third' FROM item WHERE id IN (" + "1, ".repeat(500) + "1)"));
		this.before = this.triggers.state();
		for (String change : this.changes) {
			this.changelog.add(change);
		}
		this.changelog.update();
		this.after = this.triggers.state();
		rollback();
	}

	@AfterEach
	void empty() throws Exception {
		this.changelog.run(Liquibase::dropAll);
	}

	@Test
	void anUpdateGoesOnBehindOneOfAnUpdate() throws Exception {
		int statements = statements(this.changelog.updateSql()).size();
		for (int count = 1; count < statements; count++) {
			runPart(this.changelog.updateSql(), count);
			this.changelog.update();
			assertThat(this.triggers.state()).as("after %s statements", count).isEqualTo(this.after);
			rollback();
			assertThat(this.triggers.state()).as("back, after %s statements", count).isEqualTo(this.before);
		}
	}

	/** One that has just forgotten a change, and not marked it, tells that it has. */
	@Test
	void aRollbackGoesOnBehindOneOfARollback() throws Exception {
		this.changelog.update();
		List<String> statements = statements(rollbackSql());
		for (int count = 1; count < statements.size(); count++) {
			if (statements.get(count).contains("DELETE FROM") && statements.get(count).contains("DATABASECHANGELOG")) {
				continue;
			}
			runPart(rollbackSql(), count);
			rollback();
			assertThat(this.triggers.state()).as("after %s", statements.subList(0, count)).isEqualTo(this.before);
			this.changelog.update();
			assertThat(this.triggers.state()).as("made again, after %s statements", count).isEqualTo(this.after);
		}
	}

	TriggerTiming timing() {
		return TriggerTiming.AFTER;
	}

	/** What the triggers are on. */
	String item() {
		return "create table item (id int primary key)";
	}

	private String trigger(String name, String events, String tag, String attributes) {
		return Tagging.create(name, events, tag, attributes).replace("timing: AFTER", "timing: " + timing());
	}

	private void runPart(String script, int count) throws Exception {
		new DatabaseClient(this.database).run(String.join("\n\n", statements(script).subList(0, count)) + "\n");
		this.changelog.run(Liquibase::forceReleaseLocks);
	}

	/** Liquibase puts an empty line behind each of them. */
	private static List<String> statements(String script) {
		return Stream.of(script.split("\n\\s*\n")).filter((block) -> !block.isBlank()).toList();
	}

	private String rollbackSql() throws Exception {
		StringWriter script = new StringWriter();
		this.changelog.run((liquibase) -> liquibase.rollback(this.changes.size(), "", script));
		return script.toString();
	}

	private void rollback() throws Exception {
		int made = Integer.parseInt(this.database.value("select count(*) from DATABASECHANGELOG")) - 3;
		this.changelog.run((liquibase) -> liquibase.rollback(made, ""));
	}

}
