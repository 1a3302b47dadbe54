package dev.triggerview.trigger;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads functions that were written by hand, as each database allows them. */
@EachDatabase
class FunctionCatalogTests {

	private static final Map<TestDatabase, List<String>> FUNCTIONS = Map.of(TestDatabase.POSTGRESQL,
			List.of("create function fee(amount int) returns int language sql immutable as 'select amount / 100'",
					"create function fee(amount text, \"of what\" text default 'x(y)') returns text language plpgsql"
							+ " as $f$ begin return amount || $$ it's $$; end $f$",
					"comment on function fee(int) is 'the fee''s amount'",
					"create aggregate total(int) (sfunc = int4pl, stype = int)",
					"create procedure tidy() language sql as 'select 1'"),
			TestDatabase.MARIADB,
			List.of("create function fee(amount int, what varchar(10) charset latin1) returns varchar(20) charset utf8mb4"
					+ " deterministic no sql comment 'it''s' return concat(amount, what, '\\\\ 😀', 'it\\'s', 'it''s\\t', \"x'\")",
					"create function `of what`() returns int reads sql data begin declare n int;"
							+ " select count(*) into n from information_schema.schemata; return n; end",
					"create aggregate function total(x int) returns int begin declare s int default 0;"
							+ " declare continue handler for not found return s;"
							+ " loop fetch group next row; set s = s + x; end loop; end",
					"create procedure tidy() select 1"),
			TestDatabase.H2,
			List.of("create alias fee as 'int fee(int amount) { return amount / 100; }'",
					"create alias \"of what\" deterministic for 'java.lang.Integer.parseInt(java.lang.String)'",
					"comment on alias fee is 'it''s'",
					"create aggregate total for 'dev.triggerview.trigger.FunctionCatalogTests$Total'"),
			TestDatabase.HSQLDB,
			List.of("create function fee(amount int) returns int return amount / 100",
					"create function fee(amount varchar(10), what varchar(10)) returns varchar(30) return amount || what",
					"create function \"of what\"() returns int specific named return 1",
					"create aggregate function total(in x int, in flag boolean, inout r int, inout c int) returns int"
							+ " contains sql begin atomic if flag then return r; else set r = coalesce(r, 0) + x;"
							+ " return null; end if; end",
					"create procedure tidy(out x int) set x = 1"),
			TestDatabase.SQLITE, List.of(), TestDatabase.MYSQL,
			List.of("create function fee(amount int, what varchar(10)) returns varchar(20)"
					+ " deterministic no sql comment 'it''s' return concat(amount, what, '\\\\ 😀', 'it\\'s', \"x'\")",
					"create function `of what`() returns int reads sql data begin declare n int;"
							+ " select count(*) into n from information_schema.schemata; return n; end",
					"create procedure tidy() select 1"),
			TestDatabase.SQL_SERVER,
			List.of("create function fee(@amount int) returns int as begin return @amount / 100; end",
					"create function [of what]() returns table as return (select 'it''s' as note)",
					"create procedure tidy as select 1"),
			TestDatabase.ORACLE,
			List.of("create function fee(amount in number) return number is begin return trunc(amount / 100); end;",
					"create function \"of what\" return varchar2 is begin return 'it''s'; end;",
					"create procedure tidy is begin null; end;"),
			TestDatabase.DB2,
			List.of("create function fee(amount int) returns int language sql return amount / 100",
					"create function fee(amount varchar(10), what varchar(10)) returns varchar(30) language sql"
							+ " return amount || what",
					"create function \"of what\"() returns int language sql return 1",
					"create procedure tidy() language sql begin end"));

	private final FreshDatabase database;

	FunctionCatalogTests(FreshDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void create() {
		FUNCTIONS.get(this.database.kind().product()).forEach(this.database::execute);
	}

	@AfterEach
	void drop() {
		List<String> drops = new ArrayList<>(
				functions().stream().flatMap((function) -> dialect().drop(function).stream()).toList());
		drops.addAll(switch (this.database.kind().product()) {
			case POSTGRESQL -> List.of("drop aggregate total(int)", "drop procedure tidy");
			case MARIADB -> List.of("drop function total", "drop procedure tidy");
			case HSQLDB -> List.of("drop function total", "drop procedure tidy");
			case H2 -> List.of("drop aggregate total");
			case SQLITE -> List.of();
			default -> List.of("drop procedure tidy");
		});
		drops.forEach(this.database::execute);
	}

	@Test
	void findsOverloadsButNeitherAggregatesNorProcedures() {
		List<String> names = functions().stream()
			.map((function) -> function.name().name().toLowerCase(Locale.ROOT) + "("
					+ function.arguments().toLowerCase(Locale.ROOT) + ")")
			.toList();
		assertThat(names).containsExactlyInAnyOrderElementsOf(switch (this.database.kind().product()) {
			case POSTGRESQL -> List.of("fee(integer)", "fee(text, text)");
			case MARIADB -> List.of("fee(int(11), varchar(10))", "of what()");
			case HSQLDB -> List.of("fee(integer)", "fee(varchar(10), varchar(10))", "of what()");
			case H2, SQL_SERVER, ORACLE -> List.of("fee()", "of what()");
			case MYSQL -> List.of("fee(int, varchar(10))", "of what()");
			case DB2 -> List.of("fee(integer)", "fee(varchar, varchar)", "of what()");
			default -> List.of();
		});
	}

	@Test
	void createsEachAgainFromItsDefinition() {
		List<Function> before = functions();
		for (Function function : before) {
			dialect().drop(function).forEach(this.database::execute);
			assertThat(functions()).extracting(FunctionCatalogTests::known)
				.containsExactlyElementsOf(
						before.stream().filter((other) -> other != function).map(FunctionCatalogTests::known).toList());
			dialect().create(function).forEach(this.database::execute);
			assertThat(functions()).extracting(FunctionCatalogTests::known)
				.containsExactlyElementsOf(before.stream().map(FunctionCatalogTests::known).toList());
		}
	}

	/** All but the name that the database counts up. */
	private static List<Object> known(Function function) {
		return List.of(function.name(), function.argumentTypes(), function.language(), function.definition(),
				function.callers(), function.remarks());
	}

	private FunctionDialect dialect() {
		return FunctionDialect.of(this.database.kind().shortName()).orElseThrow();
	}

	private List<Function> functions() {
		return functions(this.database);
	}

	static List<Function> functions(FreshDatabase database) {
		try (Connection connection = database.connect()) {
			return FunctionCatalog.functions(connection);
		}
		catch (java.sql.SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** An aggregate of H2. */
	public static final class Total implements org.h2.api.AggregateFunction {

		private int sum;

		@Override
		public int getType(int[] types) {
			return types[0];
		}

		@Override
		public void add(Object value) {
			this.sum += (Integer) value;
		}

		@Override
		public Object getResult() {
			return this.sum;
		}

	}

}
