package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Reads triggers of PostgreSQL that were written by hand, and leaves out others. */
@EachDatabase({ TestDatabase.POSTGRESQL, TestDatabase.POSTGRESQL_14 })
class PostgreSqlTriggerCatalogTests {

	private final FreshDatabase database;

	PostgreSqlTriggerCatalogTests(FreshDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void createSchema() {
		this.database.execute("create schema shop", "create table shop.item (id int, a int, \"b c\" int)",
				"create function shop.audit() returns trigger language plpgsql as 'begin return null; end'");
	}

	@AfterEach
	void dropSchema() {
		this.database.execute("drop schema shop cascade");
	}

	@Test
	void leavesOutTheCopiesOnPartitions() {
		this.database.execute("create table shop.parent (id int) partition by list (id)",
				"create table shop.child partition of shop.parent for values in (1)",
				"create trigger t after insert on shop.parent for each row execute function shop.audit()");
		assertThat(this.database.value("select count(*) from pg_trigger where tgname = 't'")).isEqualTo("2");
		assertThat(TriggerCatalogTests.triggers(this.database)).singleElement().satisfies((trigger) -> {
			assertThat(trigger.table().name()).isEqualTo("parent");
			assertThat(trigger.kind()).isEqualTo(RelationKind.PARTITIONED_TABLE);
		});
	}

	@Test
	void leavesOutWhatAnExtensionOwns() {
		this.database.execute("create trigger t after insert on shop.item execute function shop.audit()",
				"alter extension plpgsql add table shop.item");
		assertThat(TriggerCatalogTests.triggers(this.database)).isEmpty();
		this.database.execute("alter extension plpgsql drop table shop.item");
		assertThat(TriggerCatalogTests.triggers(this.database)).hasSize(1);
	}

	@Test
	void leavesOutWhatForeignKeysOwn() {
		this.database.execute("alter table shop.item add primary key (id)",
				"create table shop.part (item_id int references shop.item)");
		assertThat(this.database.value("select count(*) > 0 from pg_trigger")).isEqualTo("t");
		assertThat(TriggerCatalogTests.triggers(this.database)).isEmpty();
	}

	@Test
	void restoresTheSearchPath() throws Exception {
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			statement.execute("set search_path = shop, \"$user\"");
			TriggerCatalog.triggers(connection);
			assertThat(searchPath(statement)).isEqualTo("shop, \"$user\"");
		}
	}

	@Test
	void restoresTheSearchPathAfterAnError() throws Exception {
		try (Connection locking = this.database.connect();
				Connection connection = this.database.connect();
				Statement statement = connection.createStatement()) {
			locking.setAutoCommit(false);
			locking.createStatement().execute("lock table pg_catalog.pg_trigger in access exclusive mode");
			statement.execute("set search_path = shop");
			statement.execute("set lock_timeout = 100");
			assertThatExceptionOfType(TriggerCatalogException.class)
				.isThrownBy(() -> TriggerCatalog.triggers(connection))
				.withStackTraceContaining("lock timeout");
			assertThat(searchPath(statement)).isEqualTo("shop");
			connection.setAutoCommit(false);
			assertThatExceptionOfType(TriggerCatalogException.class)
				.isThrownBy(() -> TriggerCatalog.triggers(connection))
				.withStackTraceContaining("lock timeout");
			connection.rollback();
			assertThat(searchPath(statement)).isEqualTo("shop");
		}
	}

	private String searchPath(Statement statement) throws SQLException {
		try (ResultSet result = statement.executeQuery("show search_path")) {
			result.next();
			return result.getString(1);
		}
	}

	@Test
	void readsAllThatATriggerCanHave() {
		this.database.execute("""
				create trigger "T ""1" before insert or update of a, "b c" on shop.item for each row
				when (new.a is distinct from 1) execute function shop.audit('2', 'it''s')""");
		assertThat(TriggerCatalogTests.triggers(this.database)).singleElement().satisfies((trigger) -> {
			assertThat(trigger.name()).startsWith("T ");
			assertThat(trigger.timing()).isEqualTo(TriggerTiming.BEFORE);
			assertThat(trigger.events()).isEqualTo(Set.of(TriggerEvent.INSERT, TriggerEvent.UPDATE));
			assertThat(trigger.updateColumns()).containsExactly("a", "b c");
			assertThat(trigger.when().orElseThrow()).contains("IS DISTINCT FROM 1");
			assertThat(trigger.function()).contains(RelationName.of("shop", "audit"));
			assertThat(trigger.definition()).contains("shop.item", "shop.audit('2', 'it''s')");
		});
		TriggerCatalogTests.assertRoundTrip(this.database, "drop trigger \"T \"\"1\" on shop.item");
	}

}
