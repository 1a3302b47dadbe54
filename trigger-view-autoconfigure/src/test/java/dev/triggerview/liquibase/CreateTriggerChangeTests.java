package dev.triggerview.liquibase;

import java.sql.Connection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.trigger.Trigger;
import dev.triggerview.trigger.TriggerCatalog;
import dev.triggerview.trigger.TriggerEvent;
import dev.triggerview.trigger.TriggerLevel;
import dev.triggerview.trigger.TriggerTiming;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@EachDatabase
class CreateTriggerChangeTests {

	private final FreshDatabase database;

	CreateTriggerChangeTests(FreshDatabase database) {
		this.database = database;
	}

	@AfterEach
	void empty() throws Exception {
		liquibase("portable.yaml", Liquibase::dropAll);
	}

	@ParameterizedTest
	@ValueSource(strings = { "portable.yaml", "portable.xml" })
	void createsATriggerThatFiresAndRollsItBack(String changelog) throws Exception {
		liquibase(changelog, (liquibase) -> liquibase.update(""));
		this.database.execute("insert into item (id, name) values (1, 'a')", "update item set name = 'b'",
				"delete from item");
		assertThat(this.database.column("select item_id from item_log")).containsExactly("1", "1");
		assertThat(events()).isEqualTo(Set.of(TriggerEvent.INSERT, TriggerEvent.UPDATE));
		assertThat(triggers()).allSatisfy((trigger) -> {
			assertThat(trigger.name()).startsWithIgnoringCase("item_written");
			assertThat(trigger.table().name()).isEqualToIgnoringCase("item");
			assertThat(trigger.timing()).isEqualTo(TriggerTiming.AFTER);
			assertThat(trigger.level())
				.isEqualTo(this.database.is(TestDatabase.SQL_SERVER) ? TriggerLevel.STATEMENT : TriggerLevel.ROW);
			assertThat(trigger.enabled()).isTrue();
			assertThat(trigger.definition().strip()).startsWithIgnoringCase("create");
		});
		liquibase(changelog, (liquibase) -> liquibase.rollback(1, ""));
		assertThat(triggers()).isEmpty();
		assertNoFunctionIsLeft();
	}

	@Test
	void theDefinitionOfTheCatalogCreatesTheTriggerAgain() throws Exception {
		liquibase("portable.yaml", (liquibase) -> liquibase.update(""));
		List<Trigger> before = triggers();
		before.forEach(
				(trigger) -> this.database.execute(Stream
					.of(trigger.sqlMode().map((mode) -> "set sql_mode = '" + mode + "'").stream(),
							Stream.of(drop(trigger)), Stream.of(trigger.definition()))
					.flatMap((statements) -> statements)
					.toArray(String[]::new)));
		assertThat(triggers()).isEqualTo(before);
	}

	@Test
	void dropsTheTriggerAndWhatWasCreatedWithItAndRestoresBoth() throws Exception {
		liquibase("portable.yaml", (liquibase) -> liquibase.update(""));
		List<Trigger> before = triggers();
		liquibase("drop.yaml", (liquibase) -> liquibase.update(""));
		assertThat(triggers()).isEmpty();
		assertNoFunctionIsLeft();
		liquibase("drop.yaml", (liquibase) -> liquibase.rollback(1, ""));
		assertThat(triggers()).isEqualTo(before);
	}

	@Test
	void needsNoBodyForADatabaseThatItExcludes() throws Exception {
		liquibase("excluded.yaml", (liquibase) -> liquibase.update(""));
		assertThat(triggers()).isEmpty();
	}

	@Test
	void namesTheNearestAttribute() {
		assertThatExceptionOfType(Exception.class)
			.isThrownBy(() -> liquibase("misspelt.yaml", (liquibase) -> liquibase.update("")))
			.withStackTraceContaining("no attribute 'timming'; did you mean 'timing'?");
	}

	private String drop(Trigger trigger) {
		String quote = this.database.is(TestDatabase.MARIADB, TestDatabase.MYSQL) ? "`" : "\"";
		String table = this.database.is(TestDatabase.POSTGRESQL) ? " on " + quote + trigger.table().name() + quote : "";
		return "drop trigger " + quote + trigger.name() + quote + table;
	}

	private Set<TriggerEvent> events() {
		return triggers().stream().flatMap((trigger) -> trigger.events().stream()).collect(Collectors.toSet());
	}

	private List<Trigger> triggers() {
		return new TriggerCatalog(this.database.dataSource()).triggers();
	}

	private void assertNoFunctionIsLeft() {
		if (this.database.is(TestDatabase.POSTGRESQL)) {
			assertThat(this.database.column("select proname from pg_proc where proname like '%tv_fn'")).isEmpty();
		}
	}

	private void liquibase(String changelog, Action action) throws Exception {
		try (Connection connection = this.database.connect();
				Liquibase liquibase = new Liquibase("changelog/trigger/" + changelog, new ClassLoaderResourceAccessor(),
						DatabaseFactory.getInstance()
							.findCorrectDatabaseImplementation(new JdbcConnection(connection)))) {
			action.run(liquibase);
		}
	}

	interface Action {

		void run(Liquibase liquibase) throws Exception;

	}

}
