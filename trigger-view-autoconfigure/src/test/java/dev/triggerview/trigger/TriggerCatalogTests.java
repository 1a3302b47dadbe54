package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads triggers that were written by hand, as each database allows them. */
class TriggerCatalogTests {

	static List<Trigger> triggers(FreshDatabase database) {
		return new TriggerCatalog(database.dataSource()).triggers();
	}

	/** Drop a trigger and create it again from what the catalog says about it. */
	static void assertRoundTrip(FreshDatabase database, String drop) {
		List<Trigger> before = triggers(database);
		assertThat(before).hasSize(1);
		database.execute(drop, before.get(0).definition());
		assertThat(triggers(database)).isEqualTo(before);
	}

	@Nested
	@EachDatabase({ TestDatabase.MARIADB, TestDatabase.MARIADB_10_6, TestDatabase.MYSQL })
	class MariaDb {

		private final FreshDatabase database;

		MariaDb(FreshDatabase database) {
			this.database = database;
		}

		@BeforeEach
		void createTable() {
			this.database.execute("create table item (id int)");
		}

		@AfterEach
		void dropTable() {
			this.database.execute("drop table item");
		}

		@Test
		void readsModeDefinerAndOrder() {
			this.database.execute("set sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES'",
					"create definer = `some one`@`%` trigger b after insert on item for each row set @a = 'b\\'",
					"create trigger a after insert on item for each row precedes b set @a = \"id\"");
			assertThat(triggers(this.database)).satisfiesExactly((first) -> {
				assertThat(first.name()).isEqualTo("a");
				assertThat(first.position()).isEqualTo(1);
			}, (second) -> {
				assertThat(second.definer()).contains("some one@%");
				assertThat(second.sqlMode().orElseThrow()).contains("ANSI_QUOTES", "NO_BACKSLASH_ESCAPES");
				assertThat(second.position()).isEqualTo(2);
				assertThat(second.definition()).contains("DEFINER=`some one`@`%`", "set @a = 'b\\'");
			});
		}

		@Test
		void theDefinitionCreatesItAgain() {
			this.database.execute("create definer = `some one`@`%` trigger `a ``b` before update on item for each row\n"
					+ "begin /* why */ if new.id <> old.id then set new.id = 1; end if; end");
			assertRoundTrip(this.database, "drop trigger `a ``b`");
		}

	}

	@Nested
	@EachDatabase(TestDatabase.H2)
	class H2 {

		private final FreshDatabase database;

		H2(FreshDatabase database) {
			this.database = database;
		}

		@BeforeEach
		void createTable() {
			this.database.execute("create schema shop", "create table shop.item (id int)",
					"create table log (note varchar(20))");
		}

		@AfterEach
		void dropTable() {
			this.database.execute("drop schema shop cascade", "drop table log");
		}

		@Test
		void readsATriggerOfAClassWithItsQueue() {
			this.database.execute("create trigger shop.\"t \"\"1\" after insert, delete on shop.item for each row "
					+ "queue 10 nowait call '" + LogInsert.class.getName() + "'");
			assertThat(triggers(this.database)).singleElement().satisfies((trigger) -> {
				assertThat(trigger.name()).isEqualTo("t \"1");
				assertThat(trigger.events()).isEqualTo(Set.of(TriggerEvent.INSERT, TriggerEvent.DELETE));
				assertThat(trigger.definition()).contains("QUEUE 10", "NOWAIT");
			});
			assertRoundTrip(this.database, "drop trigger shop.\"t \"\"1\"");
		}

		@Test
		void leavesOutTriggersOfQueries() {
			String call = " on shop.item call '" + LogInsert.class.getName() + "'";
			this.database.execute("create trigger shop.s before select" + call,
					"create trigger shop.i before insert, select" + call, "create trigger shop.t before insert" + call);
			assertThat(triggers(this.database)).singleElement()
				.satisfies((trigger) -> assertThat(trigger.name()).isEqualTo("T"));
			this.database.execute("drop trigger shop.s", "drop trigger shop.i", "drop trigger shop.t");
		}

		@Test
		void doesNotTellThatATriggerFiresForRollbacks() {
			this.database.execute("create trigger shop.r after insert, rollback on shop.item for each row call '"
					+ LogInsert.class.getName() + "'");
			assertThat(this.database.column("script nodata")).anySatisfy((sql) -> assertThat(sql).contains("ROLLBACK"));
			assertThat(triggers(this.database)).singleElement()
				.satisfies((trigger) -> assertThat(trigger.definition()).doesNotContain("ROLLBACK"));
			this.database.execute("drop trigger shop.r");
		}

		@Test
		void readsATriggerOfSource() {
			this.database.execute("""
					create trigger shop.t before update on shop.item for each row as $$
					org.h2.api.Trigger create() { // it's "quoted"; and more
					return (c, o, n) -> { }; }$$""");
			assertThat(triggers(this.database)).singleElement()
				.satisfies((trigger) -> assertThat(trigger.definition()).contains("// it''s \"quoted\"; and more"));
			assertRoundTrip(this.database, "drop trigger shop.t");
		}

	}

	@Nested
	@EachDatabase(TestDatabase.HSQLDB)
	class Hsqldb {

		private final FreshDatabase database;

		Hsqldb(FreshDatabase database) {
			this.database = database;
		}

		@BeforeEach
		void createTable() {
			this.database.execute("create table item (id int, a int, \"b c\" int)");
		}

		@AfterEach
		void dropTable() {
			this.database.execute("drop table item cascade");
		}

		@Test
		void readsColumnsConditionAndRowNames() {
			this.database.execute("create trigger \"t \"\"1\" before update of a, \"b c\" on item "
					+ "referencing old row as o new row as n for each row when (n.a > o.a) set n.id = 1");
			assertThat(triggers(this.database)).singleElement().satisfies((trigger) -> {
				assertThat(trigger.updateColumns()).containsExactlyInAnyOrder("A", "b c");
				assertThat(trigger.when()).isPresent();
				assertThat(trigger.name()).isEqualTo("t \"1");
			});
			assertRoundTrip(this.database, "drop trigger \"t \"\"1\"");
		}

		@Test
		void readsAnInsteadOfTrigger() {
			this.database.execute("create view item_view as select id, a from item",
					"create trigger t instead of insert on item_view referencing new row as n for each row "
							+ "insert into item (id) values (n.id)");
			assertThat(triggers(this.database)).singleElement().satisfies((trigger) -> {
				assertThat(trigger.timing()).isEqualTo(TriggerTiming.INSTEAD_OF);
				assertThat(trigger.kind()).isEqualTo(RelationKind.VIEW);
			});
			assertRoundTrip(this.database, "drop trigger t");
		}

	}

	@Nested
	@EachDatabase(TestDatabase.SQLITE)
	class Sqlite {

		private final FreshDatabase database;

		Sqlite(FreshDatabase database) {
			this.database = database;
		}

		@BeforeEach
		void createTable() {
			this.database.execute("create table item (id int, a int)",
					"create view item_view as select id, a from item");
		}

		@AfterEach
		void dropTable() {
			this.database.execute("drop view item_view", "drop table item");
		}

		@Test
		void readsAnInsteadOfTriggerAndCaseInTheBody() {
			this.database.execute("create trigger [t 1] instead of update of a on item_view when new.a > 1 begin\n"
					+ "update item set a = case when new.a > 2 then 2 else new.a end; end");
			assertThat(triggers(this.database)).singleElement().satisfies((trigger) -> {
				assertThat(trigger.timing()).isEqualTo(TriggerTiming.INSTEAD_OF);
				assertThat(trigger.kind()).isEqualTo(RelationKind.VIEW);
				assertThat(trigger.updateColumns()).containsExactly("a");
				assertThat(trigger.when()).contains("new.a > 1");
				assertThat(trigger.level()).isEqualTo(TriggerLevel.ROW);
			});
			assertRoundTrip(this.database, "drop trigger [t 1]");
		}

		/** A temporary trigger belongs to a connection and not to the database. */
		@Test
		void leavesOutTemporaryTriggers() throws Exception {
			try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
				statement.execute("create temp trigger t after insert on item begin select 1; end");
				assertThat(TriggerCatalog.triggers(connection)).isEmpty();
			}
		}

		@Test
		void readsTheTableAfterItWasRenamed() {
			this.database.execute("create trigger t after insert on item begin update item set a = 1; end",
					"drop view item_view", "alter table item rename to \"item 2\"");
			assertThat(triggers(this.database)).singleElement().satisfies((trigger) -> {
				assertThat(trigger.table().name()).isEqualTo("item 2");
				assertThat(trigger.definition()).contains("\"item 2\"");
			});
			this.database.execute("alter table \"item 2\" rename to item",
					"create view item_view as select * from item");
		}

	}

}
