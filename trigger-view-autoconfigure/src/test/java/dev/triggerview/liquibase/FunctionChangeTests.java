package dev.triggerview.liquibase;

import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.trigger.FunctionCatalog;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.logging.core.BufferedLogService;
import liquibase.ui.LoggerUIService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

/** SQLite has no functions. */
@EachDatabase({ TestDatabase.POSTGRESQL, TestDatabase.MARIADB, TestDatabase.H2, TestDatabase.HSQLDB })
class FunctionChangeTests {

	private final FreshDatabase database;

	@TempDir
	private Path directory;

	private Changelog changelog;

	FunctionChangeTests(FreshDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void start() throws Exception {
		this.changelog = new Changelog(this.directory, this.database);
		this.changelog.update("sql: { sql: create table item (id int) }");
	}

	@AfterEach
	void empty() throws Exception {
		this.changelog.run(Liquibase::dropAll);
	}

	@Test
	void rollingBackACreationDropsTheFunction() throws Exception {
		this.changelog.update(create(1, ""));
		assertThat(result()).isEqualTo("1");
		this.changelog.rollback(1);
		assertThat(functions()).isEmpty();
	}

	@Test
	void rollingBackAReplacementRestoresTheFormerFunction() throws Exception {
		this.changelog.update(create(1, remarks()));
		List<String> before = functions();
		this.changelog.update(create(2, "replaceIfExists: true"));
		assertThat(result()).isEqualTo("2");
		this.changelog.rollback(1);
		assertThat(result()).isEqualTo("1");
		assertThat(functions()).isEqualTo(before);
	}

	/** PostgreSQL replaces no function by one with another type or other names. */
	@Test
	void aFunctionIsReplacedByOneWithOtherParametersAndAnotherType() throws Exception {
		boolean java = this.database.is(TestDatabase.H2);
		String initial = this.database.is(TestDatabase.POSTGRESQL) ? " default 1" : "";
		this.changelog.update("""
				createFunction: { functionName: fee, functionArguments: 'amount int%s', returns: int,
				  functionBody: '%s' }""".formatted(initial, java ? "int fee(int amount) { return 1; }" : "return 1"));
		List<String> before = functions();
		this.changelog.update("""
				createFunction: { functionName: fee, functionArguments: 'charge int', returns: varchar(9), %s
				  replaceIfExists: true, functionBody: "%s" }""".formatted(
				remarks().isEmpty() ? "" : remarks().replace('"', '\'').replace("it's", "its") + ",",
				java ? "String fee(int charge) { return \\\"two\\\"; }" : "return 'two'"));
		assertThat(this.database.value(this.database.is(TestDatabase.HSQLDB) ? "call fee(0)" : "select fee(0)"))
			.isEqualTo("two");
		this.changelog.rollback(1);
		assertThat(functions()).isEqualTo(before);
	}

	/** Liquibase asks for the statements that undo it all the same. */
	@Test
	void whatIsNotForTheDatabaseIsNotUndoneThere() throws Exception {
		this.changelog.update(create(1, ""));
		this.changelog.update(create(3, "dbms: oracle") + " }, { " + create(2, "replaceIfExists: true"));
		assertThat(result()).isEqualTo("2");
		this.changelog.rollback(1);
		assertThat(result()).isEqualTo("1");
	}

	@Test
	void rollingBackADropRestoresTheFunction() throws Exception {
		this.changelog.update(create(1, remarks()));
		List<String> before = functions();
		this.changelog.update("dropFunction: { functionName: fee }");
		assertThat(functions()).isEmpty();
		this.changelog.rollback(1);
		assertThat(functions()).isEqualTo(before);
		assertThat(result()).isEqualTo("1");
	}

	/** One of the two roles is gone when the function comes back. */
	@Test
	void whoCouldCallAFunctionCanCallItAgain() throws Exception {
		assumeThat(this.database.is(TestDatabase.POSTGRESQL)).as("there are grants that come back").isTrue();
		String role = "tv \"" + ProcessHandle.current().pid();
		String quoted = "\"" + role.replace("\"", "\"\"") + "\"";
		this.database.execute("create role " + quoted, "create role tv_gone");
		this.changelog.update(create(1, "functionArguments: 'amount int'"));
		this.database.execute("revoke all on function fee(int) from public",
				"grant execute on function fee(int) to " + quoted + " with grant option");
		List<String> before = grants();
		this.changelog.update(create(2, "replaceIfExists: true, functionArguments: 'other int'"));
		assertThat(grants()).isEqualTo(before);
		this.changelog.rollback(1);
		assertThat(grants()).isEqualTo(before);
		this.database.execute("grant execute on function fee(int) to tv_gone");
		this.changelog.update("dropFunction: { functionName: fee }");
		this.database.execute("drop role tv_gone");
		this.changelog.rollback(1);
		assertThat(grants()).isEqualTo(before);
		this.changelog.update("dropFunction: { functionName: fee }");
		runByClient((liquibase, script) -> liquibase.rollback(1, "", script));
		assertThat(grants()).isEqualTo(before);
		this.database.execute("drop function fee(int)", "drop role " + quoted);
	}

	@Test
	void aFunctionThatComesBackBelongsToItsOwner() throws Exception {
		assumeThat(this.database.is(TestDatabase.POSTGRESQL)).as("functions belong to roles").isTrue();
		this.database.execute("create role \"tv's\"", "create role tv_caller");
		this.changelog.update(create(1, "functionArguments: 'amount int'"));
		this.database.execute("alter function fee(int) owner to \"tv's\"", "revoke all on function fee from public",
				"grant execute on function fee to tv_caller, " + this.database.username());
		List<String> before = owners();
		this.changelog.update(create(2, "replaceIfExists: true, functionArguments: 'other int'"));
		assertThat(owners()).isEqualTo(before);
		this.changelog.rollback(1);
		assertThat(owners()).isEqualTo(before);
		this.changelog.update("dropFunction: { functionName: fee }");
		this.changelog.rollback(1);
		assertThat(owners()).isEqualTo(before);
		this.changelog.update("dropFunction: { functionName: fee }");
		runByClient((liquibase, script) -> liquibase.rollback(1, "", script));
		assertThat(owners()).isEqualTo(before);
		this.database.execute("drop function fee", "drop role \"tv's\"", "drop role tv_caller");
	}

	/** A role may give a function only to one whose rights it has. */
	@Test
	void aWarningTellsThatAFunctionBelongsToAnotherRoleNow() throws Exception {
		assumeThat(this.database.is(TestDatabase.POSTGRESQL)).as("functions belong to roles").isTrue();
		this.database.execute("create role tv_former", "create role tv_restorer",
				"grant all on schema public to tv_former, tv_restorer");
		this.changelog.update(create(1, ""));
		this.database.execute("revoke all on function fee from public", "alter function fee owner to tv_former");
		this.changelog.update("dropFunction: { functionName: fee }");
		this.database.execute("grant all on all tables in schema public to tv_restorer");
		BufferedLogService logs = new BufferedLogService();
		Map<String, Object> told = Map.of(Scope.Attr.logService.name(), logs, Scope.Attr.ui.name(),
				new LoggerUIService());
		Scope.child(told, () -> {
			Connection connection = this.database.connect();
			connection.createStatement().execute("set role tv_restorer");
			this.changelog.run(connection, (liquibase) -> liquibase.rollback(1, ""));
		});
		assertThat(logs.getLogAsString(Level.INFO)).contains("fee\"() belongs to tv_restorer",
				"no longer to tv_former:", "run ALTER FUNCTION \"public\".\"fee\"() OWNER TO tv_former");
		assertThat(owners()).containsExactly("tv_restorer {tv_restorer=X/tv_restorer,tv_former=X/tv_restorer}");
		this.database.execute("drop owned by tv_former, tv_restorer", "drop role tv_former, tv_restorer");
	}

	private List<String> owners() {
		return this.database.column("select concat(proowner::regrole, ' ', proacl) from pg_proc where proname = 'fee'");
	}

	private List<String> grants() {
		return this.database.column("select proacl from pg_proc where proname = 'fee'");
	}

	@Test
	void scriptsRestoreWhatWasReplacedAndDropped() throws Exception {
		this.changelog.update(create(1, remarks()));
		List<String> before = functions();
		this.changelog.update(create(2, "replaceIfExists: true"));
		List<String> replaced = functions();
		this.changelog.update("dropFunction: { functionName: fee }");
		runByClient((liquibase, script) -> liquibase.rollback(1, "", script));
		assertThat(functions()).isEqualTo(replaced);
		this.changelog.update();
		runByClient((liquibase, script) -> liquibase.rollback(2, "", script));
		assertThat(functions()).isEqualTo(before);
		runByClient((liquibase, script) -> {
			liquibase.futureRollbackSQL("", script);
			liquibase.update("");
		});
		assertThat(functions()).isEqualTo(before);
		assertThat(result()).isEqualTo("1");
	}

	@Test
	void aScriptUndoesACreationAndADropThatAreStillToBeMade() throws Exception {
		this.changelog.add(create(1, ""));
		this.changelog.add("dropFunction: { functionName: fee }");
		this.changelog.add(create(2, "replaceIfExists: true"));
		this.changelog.add("dropFunction: { functionName: fee, ifExists: true }");
		runByClient((liquibase, script) -> {
			liquibase.futureRollbackSQL("", script);
			liquibase.update("");
		});
		assertThat(functions()).isEmpty();
	}

	private void runByClient(Script action) throws Exception {
		StringWriter script = new StringWriter();
		this.changelog.run((liquibase) -> action.write(liquibase, script));
		new DatabaseClient(this.database).run(script.toString());
	}

	@Test
	void touchesOnlyTheOverloadThatIsMeant() throws Exception {
		if (this.database.is(TestDatabase.POSTGRESQL, TestDatabase.HSQLDB)) {
			this.changelog.update(create(1, ""));
			List<String> before = functions();
			this.changelog.update("""
					createFunction: { functionName: fee, functionArguments: "amount int, what varchar(10)",
					  returns: int, replaceIfExists: true, functionBody: "return 2" }""");
			assertThat(functions()).hasSize(2).containsAll(before);
			this.changelog.add("dropFunction: { functionName: fee }");
			assertThatExceptionOfType(Exception.class).isThrownBy(this.changelog::update)
				.withStackTraceContaining("name the functionArguments");
			this.changelog.forgetLast();
			List<String> both = functions();
			this.changelog.update("dropFunction: { functionName: fee, functionArguments: \"INT, VARCHAR(10)\" }");
			assertThat(functions()).isEqualTo(before);
			this.changelog.rollback(1);
			assertThat(functions()).isEqualTo(both);
			this.changelog.rollback(1);
			assertThat(functions()).isEqualTo(before);
		}
	}

	/**
	 * What somebody else has made of other overloads by then is not what a change undoes.
	 */
	@Test
	void rollingBackLeavesOtherOverloads() throws Exception {
		if (this.database.is(TestDatabase.POSTGRESQL, TestDatabase.HSQLDB)) {
			this.database.execute(overload("", 1));
			String complete = "createFunction: { functionName: fee, replaceIfExists: true, functionBody: \"%s\" }";
			this.changelog.update(complete.formatted(overload("amount int", 2)));
			this.database.execute(dropOverload(1), overload("", 3), overload("since date", 4));
			this.changelog.rollback(1);
			assertThat(functions()).hasSize(2);
			assertThat(result()).isEqualTo("3");
			this.changelog.update("dropFunction: { functionName: fee, functionArguments: date }");
			this.database.execute(dropOverload(3), overload("", 5), overload("moment time", 6));
			this.changelog.rollback(1);
			assertThat(functions()).hasSize(3);
			assertThat(result()).isEqualTo("5");
		}
	}

	private String overload(String arguments, int result) {
		return "create function fee(" + arguments + ") returns int " + (this.database.is(TestDatabase.HSQLDB)
				? "specific fee" + result + " return " + result : "language sql as 'select " + result + "'");
	}

	private String dropOverload(int result) {
		return this.database.is(TestDatabase.HSQLDB) ? "drop specific function fee" + result : "drop function fee()";
	}

	@Test
	void aFunctionThatDoesNotExistIsAnErrorThatNamesTheNearest() throws Exception {
		this.changelog.update(create(1, ""));
		this.changelog.update("dropFunction: { functionName: other, ifExists: true }");
		this.changelog.add("dropFunction: { functionName: fe }");
		assertThatExceptionOfType(Exception.class).isThrownBy(this.changelog::update)
			.havingRootCause()
			.satisfies((ex) -> assertThat(ex.getMessage()).containsIgnoringCase("no function fe;")
				.containsIgnoringCase("did you mean fee"));
		this.changelog.forgetLast();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			functionName: fee                                       | the statement creates tax
			functionName: tax, returns: int                         | 'returns': a complete statement says that itself
			functionName: tax(int), functionArguments: int          | keep one of them
			""")
	void aCompleteStatementIsHeldToTheAttributes(String attributes, String message) throws Exception {
		this.changelog.add(
				"createFunction: { " + attributes + ", functionBody: \"create function tax() returns int return 1\" }");
		assertThatExceptionOfType(Exception.class).isThrownBy(this.changelog::update).withStackTraceContaining(message);
		this.changelog.forgetLast();
	}

	private String create(int result, String attributes) {
		boolean java = this.database.is(TestDatabase.H2);
		return "createFunction: { functionName: fee, returns: int, %s functionBody: \"%s\" }".formatted(
				attributes.isEmpty() ? "" : attributes + ",",
				java ? "int fee() { return " + result + "; }" : "return " + result);
	}

	private String remarks() {
		return this.database.is(TestDatabase.HSQLDB) ? "" : "remarks: \"it's mine\"";
	}

	private String result() {
		return this.database.value(this.database.is(TestDatabase.HSQLDB) ? "call fee()" : "select fee()");
	}

	/** What the catalog knows, without names that it counts up. */
	private List<String> functions() throws Exception {
		try (Connection connection = this.database.connect()) {
			return FunctionCatalog.functions(connection)
				.stream()
				.map((function) -> function.toString().replaceAll("specificName=[^,]*, ", ""))
				.toList();
		}
	}

	private interface Script {

		void write(Liquibase liquibase, Writer script) throws Exception;

	}

}
