package dev.triggerview.liquibase;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import liquibase.Liquibase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Aggregates and procedures have names of the same kind, and changes of functions leave
 * them alone. SQLite has none.
 */
@EachDatabase({ TestDatabase.POSTGRESQL, TestDatabase.MARIADB, TestDatabase.H2, TestDatabase.HSQLDB })
class OtherRoutineTests {

	private static final Map<TestDatabase, List<String>> ROUTINES = Map.of(TestDatabase.POSTGRESQL,
			List.of("create aggregate total(int) (sfunc = int4pl, stype = int)",
					"create procedure tidy() language sql as 'select 1'"),
			TestDatabase.MARIADB,
			List.of("create aggregate function total(x int) returns int begin declare s int default 0;"
					+ " declare continue handler for not found return s;"
					+ " loop fetch group next row; set s = s + x; end loop; end", "create procedure tidy() select 1"),
			TestDatabase.H2, List.of("create aggregate total for 'dev.triggerview.trigger.FunctionCatalogTests$Total'"),
			TestDatabase.HSQLDB,
			List.of("create aggregate function total(in x int, in flag boolean, inout r int, inout c int) returns int"
					+ " contains sql begin atomic if flag then return r; else set r = coalesce(r, 0) + x;"
					+ " return null; end if; end", "create procedure tidy(out x int) set x = 1"));

	private final FreshDatabase database;

	@TempDir
	private Path directory;

	private Changelog changelog;

	OtherRoutineTests(FreshDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void create() throws Exception {
		ROUTINES.get(this.database.kind()).forEach(this.database::execute);
		this.changelog = new Changelog(this.directory, this.database);
		this.changelog.update("sql: { sql: create table item (id int) }");
	}

	@AfterEach
	void drop() throws Exception {
		boolean aggregate = this.database.is(TestDatabase.POSTGRESQL, TestDatabase.H2);
		this.database.execute(aggregate ? "drop aggregate total" + (this.database.is(TestDatabase.H2) ? "" : "(int)")
				: "drop function total");
		if (!this.database.is(TestDatabase.H2)) {
			this.database.execute("drop procedure tidy");
		}
		this.changelog.run(Liquibase::dropAll);
	}

	@Test
	void anErrorNamesTheKind() throws Exception {
		this.changelog.add("dropFunction: { functionName: total }");
		assertThatExceptionOfType(Exception.class).isThrownBy(this.changelog::update)
			.withStackTraceContaining("There is an aggregate")
			.withStackTraceContaining(this.database.is(TestDatabase.POSTGRESQL, TestDatabase.H2)
					? "drop it by a change sql with DROP AGGREGATE" : "drop it by a change sql with DROP FUNCTION");
		assumeThat(this.database.is(TestDatabase.H2)).as("a procedure is an alias").isFalse();
		this.changelog.edit("dropFunction: { functionName: tidy }", "");
		assertThatExceptionOfType(Exception.class).isThrownBy(this.changelog::update)
			.withStackTraceContaining("There is a procedure of that name, which dropFunction leaves alone;"
					+ " drop it by a change sql with DROP PROCEDURE");
	}

	@Test
	void anErrorNamesAWindowFunctionAndWhatAnExtensionOwns() throws Exception {
		assumeThat(this.database.is(TestDatabase.POSTGRESQL)).as("there are both").isTrue();
		this.database.execute("create function place() returns bigint language internal window as 'window_row_number'",
				"create function owned() returns int language sql as 'select 1'",
				"alter extension plpgsql add function owned()");
		this.changelog.add("dropFunction: { functionName: place }");
		assertThatExceptionOfType(Exception.class).isThrownBy(this.changelog::update)
			.withStackTraceContaining("There is a window function of that name")
			.withStackTraceContaining("drop it by a change sql with DROP FUNCTION");
		this.changelog.edit("dropFunction: { functionName: owned }", "");
		assertThatExceptionOfType(Exception.class).isThrownBy(this.changelog::update)
			.withStackTraceContaining("There is a function of an extension of that name");
		this.database.execute("alter extension plpgsql drop function owned()", "drop function owned()",
				"drop function place()");
	}

	/** Its statements would drop an aggregate, too. */
	@Test
	void aScriptLeavesAnAggregate() throws Exception {
		assumeThat(this.database.is(TestDatabase.MARIADB, TestDatabase.HSQLDB)).as("it is a function").isTrue();
		for (String change : List.of("dropFunction: { functionName: total }",
				"createFunction: { functionName: total, returns: int, replaceIfExists: true, functionBody: return 1 }")) {
			this.changelog.add(change);
			assertThatExceptionOfType(Exception.class).isThrownBy(this.changelog::updateSql)
				.withStackTraceContaining("There is an aggregate function of that name");
			this.changelog.forgetLast();
		}
		this.changelog.add("dropFunction: { functionName: total, ifExists: true }");
		assertThat(this.changelog.updateSql()).doesNotContainIgnoringCase("drop function");
	}

}
