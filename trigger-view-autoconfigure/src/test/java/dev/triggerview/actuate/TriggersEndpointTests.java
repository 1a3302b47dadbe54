package dev.triggerview.actuate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.triggerview.actuate.TriggersEndpoint.DataSourceTriggers;
import dev.triggerview.actuate.TriggersEndpoint.TriggerDescriptor;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.TriggerCatalog;
import dev.triggerview.trigger.TriggerDefinition;
import dev.triggerview.trigger.TriggerDialect;
import dev.triggerview.trigger.TriggerEvent;
import dev.triggerview.trigger.TriggerLevel;
import dev.triggerview.trigger.TriggerTiming;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

@EachDatabase
class TriggersEndpointTests {

	private final FreshDatabase database;

	private final TriggersEndpoint endpoint;

	TriggersEndpointTests(FreshDatabase database) {
		this.database = database;
		this.endpoint = new TriggersEndpoint(Map.of("main", new TriggerCatalog(database.dataSource())));
	}

	@BeforeEach
	void createTrigger() throws Exception {
		if (this.endpoint.triggers().dataSources().get("main").triggers().isEmpty()) {
			this.database.execute("create table account (id int not null primary key, balance int)",
					"create table entry (account int)");
			try (var connection = this.database.connect()) {
				TriggerDialect.of(connection).create(definition()).forEach(this.database::execute);
			}
		}
	}

	@Test
	void showsWhatTheDatabaseHas() {
		List<TriggerDescriptor> triggers = onlyDataSource(this.endpoint.triggers().dataSources()).triggers();
		assertThat(triggers).singleElement().satisfies((trigger) -> {
			assertThat(trigger.name()).isEqualTo(name("account_log"));
			assertThat(trigger.table()).isEqualTo(name("account"));
			assertThat(trigger.timing()).isEqualTo(TriggerTiming.AFTER);
			assertThat(trigger.events()).containsExactly(TriggerEvent.INSERT);
			assertThat(trigger.level()).isEqualTo(TriggerLevel.ROW);
			assertThat(trigger.enabled()).isTrue();
			assertThat(trigger.definition()).containsIgnoringCase("create").contains(name("account_log"));
		});
	}

	@Test
	void showsTheOnesOfANameAndNothingForAnother() {
		assertThat(this.endpoint.triggersNamed(name("account_log"))).isNotNull()
			.satisfies((found) -> assertThat(onlyDataSource(found.dataSources()).triggers()).hasSize(1));
		assertThat(this.endpoint.triggersNamed("account_lag")).isNull();
	}

	@Test
	void aDataSourceThatCannotBeReadDoesNotHideTheOthers() {
		Map<String, TriggerCatalog> catalogs = new LinkedHashMap<>();
		catalogs.put("gone", new TriggerCatalog(new DriverManagerDataSource("jdbc:postgresql://localhost:1/gone")));
		catalogs.put("main", new TriggerCatalog(this.database.dataSource()));
		Map<String, DataSourceTriggers> shown = new TriggersEndpoint(catalogs).triggers().dataSources();
		assertThat(shown.get("gone").problem()).contains("Could not read the triggers");
		assertThat(shown.get("main").triggers()).hasSize(1);
	}

	private TriggerDefinition definition() {
		return TriggerDefinition.of(name("account_log"), RelationName.of(name("account")))
			.timing(TriggerTiming.AFTER)
			.events(TriggerEvent.INSERT)
			.body(body())
			.build();
	}

	private String body() {
		return switch (this.database.kind()) {
			case POSTGRESQL, POSTGRESQL_14 -> "insert into entry values (new.id); return null;";
			case H2 -> "org.h2.api.Trigger create() { return (connection, old, now) -> { }; }";
			case ORACLE -> "insert into entry values (:new.id);";
			case SQL_SERVER -> "insert into entry select id from inserted;";
			default -> "insert into entry values (new.id);";
		};
	}

	/** Names without quotes are folded to upper case by some databases. */
	private String name(String name) {
		return this.database.is(TestDatabase.H2, TestDatabase.HSQLDB, TestDatabase.ORACLE, TestDatabase.DB2)
				? name.toUpperCase(Locale.ROOT) : name;
	}

	private static DataSourceTriggers onlyDataSource(Map<String, DataSourceTriggers> dataSources) {
		return dataSources.get("main");
	}

}
