package dev.triggerview.trigger;

import java.util.List;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@EachDatabase(TestDatabase.POSTGRESQL)
class PostgreSqlFunctionCatalogTests {

	private final FreshDatabase database;

	PostgreSqlFunctionCatalogTests(FreshDatabase database) {
		this.database = database;
	}

	@Test
	void leavesOutWhatAnExtensionOwns() {
		this.database.execute("create function owned() returns int language sql as 'select 1'");
		List<String> before = names();
		this.database.execute("alter extension plpgsql add function owned()");
		assertThat(names()).doesNotContain("owned").hasSize(before.size() - 1);
		this.database.execute("alter extension plpgsql drop function owned()", "drop function owned()");
	}

	@Test
	void namesTheTriggersThatCallAFunction() {
		this.database.execute("create table item (id int)",
				"create function audit() returns trigger language plpgsql as 'begin return null; end'",
				"create trigger b after insert on item for each row execute function audit()",
				"create trigger a after delete on item for each row execute function audit()");
		assertThat(FunctionCatalogTests.functions(this.database))
			.filteredOn((function) -> function.name().name().equals("audit"))
			.singleElement()
			.satisfies((function) -> assertThat(function.callers()).extracting(Function.Caller::trigger)
				.containsExactly("a", "b"));
		this.database.execute("drop table item", "drop function audit()");
	}

	private List<String> names() {
		return FunctionCatalogTests.functions(this.database)
			.stream()
			.map((function) -> function.name().name())
			.toList();
	}

}
