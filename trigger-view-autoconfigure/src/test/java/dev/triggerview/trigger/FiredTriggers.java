package dev.triggerview.trigger;

import java.sql.Connection;
import java.util.List;

import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.trigger.TriggerDialect.Support;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A table whose triggers write into another one when they fire. */
abstract class FiredTriggers {

	static final RelationName ITEM = RelationName.of("item");

	final FreshDatabase database;

	final TriggerDialect dialect;

	FiredTriggers(FreshDatabase database) throws Exception {
		this.database = database;
		try (Connection connection = database.connect()) {
			this.dialect = TriggerDialect.of(connection);
		}
	}

	@BeforeEach
	void createTables() {
		this.database.execute("create table item (id int primary key, a varchar(20), b int)",
				"create table log (note varchar(20))");
	}

	@AfterEach
	void dropTables() {
		boolean cascade = !this.database.is(TestDatabase.SQLITE, TestDatabase.MARIADB, TestDatabase.MARIADB_10_6,
				TestDatabase.MYSQL);
		this.database.execute("drop view if exists item_view", "drop table item" + (cascade ? " cascade" : ""),
				"drop table log");
	}

	boolean refused(TriggerFeature feature, TriggerDefinition.Builder trigger) {
		if (this.dialect.support(feature) != Support.NONE && !this.dialect.needsConnection(trigger.build())) {
			return false;
		}
		assertThatExceptionOfType(UnsupportedTriggerException.class)
			.isThrownBy(() -> this.dialect.create(trigger.build()))
			.withMessageContaining(this.dialect.name())
			.withMessageContaining(feature.problem(this.dialect.name(), trigger.build()).attribute());
		return true;
	}

	TriggerDefinition.Builder logging(String note) {
		return TriggerDefinition.of(name("touched"), RelationName.of(name(ITEM.name())))
			.timing(TriggerTiming.AFTER)
			.events(TriggerEvent.INSERT)
			.body(logBody(note));
	}

	String logBody(String note) {
		String sql = "INSERT INTO log (note) VALUES ('" + note + "')";
		return this.database.is(TestDatabase.H2) ? """
				org.h2.api.Trigger create() {
				return (connection, oldRow, newRow) -> connection.createStatement().execute("%s");
				}""".formatted(sql) : sql;
	}

	/** A name as the catalog has it after it was written without quotes. */
	String name(String name) {
		return this.dialect.fold(name);
	}

	String column(String name) {
		return this.dialect.fold(name);
	}

	TriggerDefinition create(TriggerDefinition.Builder builder) {
		TriggerDefinition trigger = builder.build();
		execute(this.dialect.create(trigger));
		return trigger;
	}

	void execute(List<String> statements) {
		this.database.execute(statements.toArray(String[]::new));
	}

	List<String> log() {
		return this.database.column("select note from log");
	}

	List<Trigger> triggers() {
		return new TriggerCatalog(this.database.dataSource()).triggers();
	}

}
