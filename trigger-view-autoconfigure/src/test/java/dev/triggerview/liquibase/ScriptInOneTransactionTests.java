package dev.triggerview.liquibase;

import java.nio.file.Path;
import java.util.List;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The client of PostgreSQL runs a script as a whole or not at all, if it is told so. */
@EachDatabase(TestDatabase.POSTGRESQL)
class ScriptInOneTransactionTests {

	private final FreshDatabase database;

	private final TriggersInOrder triggers;

	ScriptInOneTransactionTests(FreshDatabase database) {
		this.database = database;
		this.triggers = new TriggersInOrder(database);
	}

	@Test
	void aScriptThatFailsLeavesNothing(@TempDir Path directory) throws Exception {
		Changelog changelog = new Changelog(directory, this.database);
		changelog.update("sql: { sql: create table item (id int primary key) } }, "
				+ "{ sql: { sql: create table item_log (tag varchar(20)) }");
		changelog.update(Tagging.create("item_a", "first", ""));
		List<String> before = this.triggers.state();
		changelog.add(Tagging.create("item_a", "INSERT,UPDATE", "second", "replaceIfExists: true"));
		changelog.add("disableTrigger: { triggerName: item_a, tableName: item }");
		String update = changelog.updateSql();
		DatabaseClient client = new DatabaseClient(this.database);
		assertThatThrownBy(() -> client.runInOneTransaction(update + "\nselect no_such_column;\n"))
			.hasMessageContaining("no_such_column");
		assertThat(this.triggers.state()).isEqualTo(before);
		client.runInOneTransaction(update);
		assertThat(this.triggers.state()).isEqualTo(List.of("item_a on item [INSERT, UPDATE] DISABLED "));
	}

}
