package dev.triggerview.liquibase;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code updateSql}, {@code rollbackSql} and {@code futureRollbackSQL} print does
 * what an update and a rollback do, for random changes of triggers. A build tries the
 * same as the build before; {@code -Dtrigger-view.test.tries=2000} tries more.
 */
@EachDatabase({ TestDatabase.POSTGRESQL, TestDatabase.MARIADB, TestDatabase.H2, TestDatabase.HSQLDB,
		TestDatabase.SQLITE })
class RandomScriptTests {

	private static final int TRIES = Integer.getInteger("jqwik.tries.default", 60) / 10;

	private final FreshDatabase database;

	private final TriggersInOrder triggers;

	@TempDir
	private Path directory;

	RandomScriptTests(FreshDatabase database) {
		this.database = database;
		this.triggers = new TriggersInOrder(database);
	}

	@Test
	void scriptsDoWhatUpdatesAndRollbacksDo() throws Exception {
		for (int seed = 0; seed < TRIES; seed++) {
			RandomTriggerChanges random = new RandomTriggerChanges(seed);
			Changelog changelog = new Changelog(this.directory, this.database);
			changelog.update("sql: { sql: create table item (id int primary key) } }, "
					+ "{ sql: { sql: create table item_log (tag varchar(20)) }");
			try {
				compare(changelog, random.upTo(6), random.upTo(6), "seed " + seed);
			}
			finally {
				changelog.run((liquibase) -> {
					liquibase.forceReleaseLocks();
					liquibase.dropAll();
				});
			}
		}
	}

	private void compare(Changelog changelog, List<String> made, List<String> pending, String seed) throws Exception {
		String changes = seed + ", made " + made + ", pending " + pending;
		for (String change : made) {
			changelog.update(change);
		}
		List<String> before = this.triggers.state();
		for (String change : pending) {
			changelog.add(change);
		}
		StringWriter future = new StringWriter();
		changelog.run((liquibase) -> liquibase.futureRollbackSQL(future));
		changelog.update();
		List<String> after = this.triggers.state();
		run(future.toString());
		assertThat(this.triggers.state()).as("futureRollbackSQL, %s", changes).isEqualTo(before);
		changelog.update();
		assertThat(this.triggers.state()).as("update after futureRollbackSQL, %s", changes).isEqualTo(after);
		StringWriter back = new StringWriter();
		changelog.run((liquibase) -> liquibase.rollback(pending.size(), "", back));
		run(back.toString());
		assertThat(this.triggers.state()).as("rollbackSql, %s", changes).isEqualTo(before);
		run(changelog.updateSql());
		assertThat(this.triggers.state()).as("updateSql, %s", changes).isEqualTo(after);
		changelog.run((liquibase) -> liquibase.rollback(pending.size(), ""));
		assertThat(this.triggers.state()).as("rollback after updateSql, %s", changes).isEqualTo(before);
	}

	private void run(String script) throws Exception {
		new DatabaseClient(this.database).run(script);
	}

}
