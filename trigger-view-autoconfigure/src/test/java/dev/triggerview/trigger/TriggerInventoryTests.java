package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import dev.triggerview.liquibase.Tagging;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** However many triggers there are, only those of the table in question are read. */
@EachDatabase
class TriggerInventoryTests {

	private final FreshDatabase database;

	TriggerInventoryTests(FreshDatabase database) {
		this.database = database;
	}

	@Test
	void readsTheTriggersOfOneTable() throws SQLException {
		try (Connection connection = this.database.connect()) {
			TriggerDialect dialect = TriggerDialect.of(connection);
			TriggerStore store = new TriggerStore(dialect, null, null);
			this.database.execute("create table note (id int)");
			for (String table : List.of("one", "two")) {
				this.database.execute("create table " + dialect.quote(table) + " (id int)");
				for (String trigger : List.of(table + "_first", table + "_second")) {
					dialect.create(definition(trigger, table)).forEach(this.database::execute);
				}
			}
			assertThat(TriggerInventory.ofTable(connection, store, RelationName.of("two")).names())
				.containsExactly("two_first", "two_second");
			RelationName any = RelationName.of("any");
			assertThat(TriggerInventory.ofTriggers(connection, store, any, List.of("one_second"), List.of()).names())
				.containsExactly("one_first", "one_second");
			assertThat(TriggerInventory.ofTriggers(connection, store, any, List.of("three"), List.of()).names())
				.isEmpty();
			assertThat(TriggerInventory.ofSchema(connection, store, any).names()).hasSize(4);
		}
	}

	private TriggerDefinition definition(String trigger, String table) {
		TriggerAction action = this.database.is(TestDatabase.H2)
				? new TriggerAction.JavaClass(Tagging.First.class.getName())
				: new TriggerAction.Body("DELETE FROM note WHERE 1 = 0");
		return TriggerDefinition.of(trigger, RelationName.of(table))
			.timing(TriggerTiming.AFTER)
			.events(TriggerEvent.INSERT)
			.action(action)
			.build();
	}

}
