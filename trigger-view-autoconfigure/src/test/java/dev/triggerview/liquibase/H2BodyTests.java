package dev.triggerview.liquibase;

import java.nio.file.Path;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import liquibase.Liquibase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/** A body is Java on H2: SQL is refused before the first statement of the update runs. */
@EachDatabase({ TestDatabase.H2 })
class H2BodyTests {

	private final FreshDatabase database;

	private final Changelog changelog;

	H2BodyTests(FreshDatabase database, @TempDir Path directory) {
		this.database = database;
		this.changelog = new Changelog(directory, database);
	}

	@BeforeEach
	void start() throws Exception {
		this.changelog.add("sql: { sql: create table item (id int primary key) }");
	}

	@AfterEach
	void empty() throws Exception {
		this.changelog.run(Liquibase::dropAll);
	}

	@Test
	void aTriggerOfSqlIsRefused() throws Exception {
		this.changelog.add(trigger("DELETE FROM item_log;", ""));
		assertRefused("attribute 'body': the body is not the source of a Java method", "name a javaClass");
	}

	@Test
	void aTriggerOfSqlIsSkippedIfItMayBe() throws Exception {
		this.changelog.update(trigger("DELETE FROM item_log;", "onUnsupported: SKIP, "));
		assertThat(this.database.value("select count(*) from information_schema.triggers")).isEqualTo("0");
	}

	@Test
	void aFunctionOfSqlIsRefused() throws Exception {
		this.changelog.add("createFunction: { functionName: fee, returns: int, functionBody: RETURN 1 }");
		assertRefused("attribute 'functionBody': the body is not the source of a static Java method",
				"limit the change to other databases by dbms");
	}

	@Test
	void sourceIsCompiled() throws Exception {
		this.changelog.update(trigger(
				"org.h2.api.Trigger create() { return new %s(); }".formatted(Tagging.First.class.getCanonicalName()),
				""));
		this.database.execute("create table item_log (tag varchar(20))", "insert into item values (1)");
		assertThat(this.database.column("select tag from item_log")).containsExactly("first");
	}

	private static String trigger(String body, String attributes) {
		return "createTrigger: { triggerName: written, tableName: item, timing: AFTER, events: INSERT, " + attributes
				+ "body: \"" + body + "\" }";
	}

	private void assertRefused(String reason, String remedy) {
		assertThatException().isThrownBy(this.changelog::update)
			.withStackTraceContaining(reason)
			.withStackTraceContaining(remedy);
		assertThat(this.database.value("select count(*) from information_schema.tables where table_name = 'ITEM'"))
			.as("no statement ran")
			.isEqualTo("0");
	}

}
