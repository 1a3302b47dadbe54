package dev.triggerview.liquibase;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A script that was printed once runs more than once, and so does its rollback. */
@EachDatabase
class RepeatedScriptTests {

	private final FreshDatabase database;

	private final TriggersInOrder triggers;

	RepeatedScriptTests(FreshDatabase database) {
		this.database = database;
		this.triggers = new TriggersInOrder(database);
	}

	@Test
	void aScriptRunsAgainBehindItsRollback(@TempDir Path directory) throws Exception {
		Changelog changelog = new Changelog(directory, this.database);
		changelog.update("sql: { sql: create table item (id int primary key) } }, "
				+ "{ sql: { sql: create table item_log (tag varchar(20)) }");
		changelog.update(Tagging.create("item_a", "first", ""));
		List<String> before = this.triggers.state();
		changelog.add(Tagging.create("item_a", "INSERT,UPDATE", "second", "replaceIfExists: true"));
		String update = changelog.updateSql();
		assertThat(update).contains("CREATE TABLE");
		DatabaseClient client = new DatabaseClient(this.database);
		client.run(update);
		List<String> after = this.triggers.state();
		assertThat(after).isNotEqualTo(before);
		StringWriter rollback = new StringWriter();
		changelog.run((liquibase) -> liquibase.rollback(1, "", rollback));
		client.run(rollback.toString());
		assertThat(this.triggers.state()).isEqualTo(before);
		client.run(update);
		assertThat(this.triggers.state()).isEqualTo(after);
	}

}
