package dev.triggerview.liquibase;

import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.trigger.Function;
import dev.triggerview.trigger.FunctionCatalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Runs what {@code updateSql} prints for changes of functions, and compares with what an
 * update does, each of them rolled back step by step. SQLite has no functions.
 */
@EachDatabase({ TestDatabase.POSTGRESQL, TestDatabase.MARIADB, TestDatabase.H2, TestDatabase.HSQLDB })
class FunctionScriptTests {

	private static final String DROP = "dropFunction: { functionName: fee }";

	private static final String REPLACE = "replaceIfExists: true";

	private final FreshDatabase database;

	private final Changelog changelog;

	FunctionScriptTests(FreshDatabase database, @TempDir Path directory) {
		this.database = database;
		this.changelog = new Changelog(directory, database);
	}

	@BeforeEach
	void start() throws Exception {
		this.changelog.update("sql: { sql: create table item (id int) }");
	}

	/** A script that fails leaves the lock that it has taken. */
	@AfterEach
	void empty() throws Exception {
		this.changelog.run((liquibase) -> {
			liquibase.forceReleaseLocks();
			liquibase.dropAll();
		});
	}

	@Test
	void itKeepsTheFunctionThatItReplacesOrDrops() throws Exception {
		this.changelog.update(create("int", 1, remarks()));
		theScriptDoesWhatAnUpdateDoes(create("int", 2, REPLACE), DROP, create("int", 3, REPLACE));
	}

	@Test
	void itKeepsWhatItHasCreated() throws Exception {
		theScriptDoesWhatAnUpdateDoes(create("int", 1, ""), create("int", 2, REPLACE), DROP,
				"dropFunction: { functionName: fee, ifExists: true }");
	}

	/** PostgreSQL replaces no function by one with another type or other names. */
	@Test
	void itReplacesAFunctionByOneOfAnotherType() throws Exception {
		this.changelog.update(create("int", 1, ""));
		theScriptDoesWhatAnUpdateDoes(create("int", 2, REPLACE).replace("returns: int", "returns: bigint"),
				create("int", 3, REPLACE).replace("amount", "charge"));
	}

	@Test
	void itLeavesOtherOverloads() throws Exception {
		assumeThat(this.database.is(TestDatabase.POSTGRESQL, TestDatabase.HSQLDB)).as("there are overloads").isTrue();
		this.changelog.update(create("int", 1, ""));
		theScriptDoesWhatAnUpdateDoes(create("varchar(9)", 2, REPLACE), create("int", 3, REPLACE),
				"dropFunction: { functionName: fee, functionArguments: int }");
	}

	@Test
	void itKeepsFunctionsBesideTriggers() throws Exception {
		this.database.execute("create table item_log (tag varchar(20))");
		this.changelog.update(Tagging.create("item_a", "INSERT", "first", ""));
		this.changelog.update(create("int", 1, ""));
		theScriptDoesWhatAnUpdateDoes(create("int", 2, REPLACE),
				"dropTrigger: { triggerName: item_a, tableName: item }", DROP);
	}

	/** What it is by then, only the script's own SQL knows. */
	@Test
	void itKeepsNothingBehindSqlThatNamesTheFunction() throws Exception {
		this.changelog.update(create("int", 1, ""));
		this.changelog.add("sql: { sql: \"insert into item values (1) -- fee\" }");
		this.changelog.add(create("int", 2, REPLACE));
		assertThat(this.changelog.updateSql()).doesNotContain("FORMER");
		this.changelog.forgetLast();
		this.changelog.forgetLast();
	}

	/** Which schema it is for, only who runs it knows. */
	@Test
	void aScriptForAnySchemaKeepsNothing() throws Exception {
		this.changelog.update(create("int", 1, ""));
		this.changelog.add(create("int", 2, REPLACE));
		StringWriter script = new StringWriter();
		this.changelog.run((liquibase) -> {
			liquibase.getDatabase().setOutputDefaultSchema(false);
			liquibase.getDatabase().setOutputDefaultCatalog(false);
			liquibase.update("", script);
		});
		assertThat(script.toString()).contains("fee").doesNotContain("FORMER");
		this.changelog.forgetLast();
	}

	/** A view needs it, so that it cannot be dropped and created again. */
	@Test
	void aRollbackReplacesAFunctionOfTheScriptInItsPlace() throws Exception {
		assumeThat(this.database.is(TestDatabase.POSTGRESQL)).as("the server refuses to drop what a view needs")
			.isTrue();
		this.changelog.add(create("int", 1, ""));
		this.changelog.add(create("int", 2, REPLACE));
		new DatabaseClient(this.database).run(this.changelog.updateSql());
		this.database.execute("create view fees as select fee(1)");
		this.changelog.rollback(1);
		assertThat(this.database.value("select fee from fees")).isEqualTo("1");
	}

	private void theScriptDoesWhatAnUpdateDoes(String... changes) throws Exception {
		List<List<String>> states = new ArrayList<>(List.of(functions()));
		for (String change : changes) {
			this.changelog.update(change);
			states.add(functions());
		}
		rollBackThrough(states);
		new DatabaseClient(this.database).run(this.changelog.updateSql());
		assertThat(functions()).isEqualTo(states.get(changes.length));
		rollBackThrough(states);
	}

	private void rollBackThrough(List<List<String>> states) throws Exception {
		for (int i = states.size() - 2; i >= 0; i--) {
			this.changelog.run((liquibase) -> liquibase.rollback(1, ""));
			assertThat(functions()).as("after %s changes", i).isEqualTo(states.get(i));
		}
	}

	private String create(String type, int result, String attributes) {
		String java = "int fee(int amount) { return " + result + "; }";
		return """
				createFunction: { functionName: fee, functionArguments: amount %s, returns: int, functionBody: '%s', %s }"""
			.formatted(type, this.database.is(TestDatabase.H2) ? java : "return " + result, attributes);
	}

	private String remarks() {
		return this.database.is(TestDatabase.HSQLDB) ? "" : "remarks: what is due";
	}

	/** Those that are bodies of triggers are none of ours. */
	private List<String> functions() throws Exception {
		try (Connection connection = this.database.connect()) {
			return FunctionCatalog.functions(connection)
				.stream()
				.filter((function) -> !function.generated())
				.map(FunctionScriptTests::text)
				.toList();
		}
	}

	private static String text(Function function) {
		return function.name() + "(" + function.arguments() + ") "
				+ function.definition().replaceAll("SPECIFIC \\S+ ", "") + function.remarks();
	}

}
