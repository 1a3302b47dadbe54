package dev.triggerview.liquibase;

import java.nio.file.Path;
import java.util.List;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.trigger.Trigger;
import dev.triggerview.trigger.TriggerCatalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** On databases whose triggers have one event: which triggers are dropped by one name. */
@EachDatabase({ TestDatabase.MARIADB, TestDatabase.HSQLDB, TestDatabase.SQLITE, TestDatabase.MYSQL,
		TestDatabase.MARIADB_10_6 })
class DropTriggerChangeTests {

	private static final String CREATE = """
			- changeSet:
			    id: create
			    author: a
			    changes:
			    - createTrigger: { triggerName: touched, tableName: item, timing: AFTER, events: [ INSERT, UPDATE ], body: DELETE FROM log }
			""";

	private static final String REPLACE = """
			- changeSet:
			    id: replace
			    author: a
			    changes:
			    - createTrigger: { triggerName: touched, tableName: item, timing: AFTER, events: INSERT, replaceIfExists: true, body: DELETE FROM log }
			""";

	private static final String DROP = """
			- changeSet:
			    id: drop
			    author: a
			    changes:
			    - dropTrigger: { triggerName: touched, tableName: item }
			""";

	private final FreshDatabase database;

	@TempDir
	private Path directory;

	DropTriggerChangeTests(FreshDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void createTables() {
		this.database.execute("create table item (id int primary key)", "create table log (id int)");
	}

	@AfterEach
	void empty() throws Exception {
		changelog("").run(this.database, "changelog.yaml", (liquibase) -> liquibase.dropAll());
	}

	@Test
	void dropsAllThatStandForTheTriggerThatTheChangelogDeclares() throws Exception {
		changelog(CREATE).update(this.database, "changelog.yaml");
		assertThat(names()).containsExactlyInAnyOrder("touched__ins", "touched__upd");
		changelog(CREATE + DROP).update(this.database, "changelog.yaml");
		assertThat(names()).isEmpty();
	}

	/** As upper case, a letter of the name is two. */
	@Test
	void dropsAllThatStandForATriggerWhoseNameIsFolded() throws Exception {
		String create = CREATE.replace("touched", "größe");
		changelog(create).update(this.database, "changelog.yaml");
		assertThat(names()).hasSize(2);
		changelog(create + DROP.replace("touched", "größe")).update(this.database, "changelog.yaml");
		assertThat(names()).isEmpty();
	}

	@Test
	void replacesAllThatStoodForTheTriggerBefore() throws Exception {
		changelog(CREATE).update(this.database, "changelog.yaml");
		changelog(CREATE + REPLACE).update(this.database, "changelog.yaml");
		assertThat(names()).containsExactly("touched");
	}

	@Test
	void keepsATriggerOfSimilarNameThatSomebodyElseCreated() throws Exception {
		String body = this.database.is(TestDatabase.HSQLDB) ? "delete from log" : "begin delete from log; end";
		this.database.execute("create trigger touched__ins after insert on item for each row " + body);
		changelog(DROP.replace("tableName: item", "tableName: item, ifExists: true")).update(this.database,
				"changelog.yaml");
		assertThat(names()).containsExactly("touched__ins");
	}

	private List<String> names() {
		return new TriggerCatalog(this.database.dataSource()).triggers()
			.stream()
			.map(Trigger::name)
			.map((name) -> name.toLowerCase(java.util.Locale.ROOT))
			.toList();
	}

	private ChangelogDirectory changelog(String changeSets) throws Exception {
		return new ChangelogDirectory(this.directory).write("changelog.yaml",
				"databaseChangeLog:" + (changeSets.isEmpty() ? " []\n" : "\n" + changeSets));
	}

}
