package dev.triggerview.liquibase;

import java.nio.file.Path;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.trigger.TriggerCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

/** A trigger that does not compile is a failed change set that says where and why. */
@EachDatabase
class UncompilableTriggerTests {

	private final FreshDatabase database;

	@TempDir
	private Path directory;

	UncompilableTriggerTests(FreshDatabase database) {
		this.database = database;
	}

	@Test
	void failsItsChangeSet() throws Exception {
		Changelog changelog = new Changelog(this.directory, this.database);
		changelog.update("sql: { sql: \"create table item (id int not null primary key)\" }");
		Exception failure = catchException(() -> changelog
			.update("""
					createTrigger: { triggerName: broken, tableName: item, timing: AFTER, events: INSERT,
					  body: "INSERT INTO item (id)\\nVALUES (1)) ;",
					  variants: [ { variant: { dbms: h2, body: "org.h2.api.Trigger create() {\\nreturn null) ; }" } } ] }"""));
		assertThat(failure).hasMessageContaining("changelog.yaml::2::test").hasMessageContaining(")");
		if (tellsLines()) {
			assertThat(failure).message().containsPattern("(?i)line:? \\d|:\\d+: error");
		}
		assertThat(new TriggerCatalog(this.database.dataSource()).triggers()).isEmpty();
		assertThat(this.database.column("select ID from DATABASECHANGELOG")).containsExactly("1");
	}

	/** SQLite tells the word, and PostgreSQL its position. */
	private boolean tellsLines() {
		return !this.database.is(TestDatabase.SQLITE, TestDatabase.POSTGRESQL);
	}

}
