package dev.triggerview.liquibase;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.diff.DiffGeneratorFactory;
import liquibase.diff.DiffResult;
import liquibase.diff.compare.CompareControl;
import liquibase.logging.core.BufferedLogService;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.serializer.SnapshotSerializerFactory;
import liquibase.snapshot.SnapshotControl;
import liquibase.snapshot.SnapshotGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What only PostgreSQL has: functions of triggers, partitions and extensions. */
@EachDatabase(TestDatabase.POSTGRESQL)
class PostgreSqlSnapshotTests {

	private final FreshDatabase database;

	@TempDir
	private Path directory;

	PostgreSqlSnapshotTests(FreshDatabase database) {
		this.database = database;
	}

	/** Formatted SQL has statements instead of attributes. */
	@ParameterizedTest
	@ValueSource(strings = { "generated.yaml", "generated.postgresql.sql" })
	void generatesTheTriggerWithTheFunctionThatWasItsBody(String file) throws Exception {
		SnapshotLiquibase liquibase = new SnapshotLiquibase(this.directory);
		try (FreshDatabase first = TestDatabase.POSTGRESQL.create();
				FreshDatabase second = TestDatabase.POSTGRESQL.create()) {
			first.execute("create table account (id int primary key, owner text)");
			Path own = Files.writeString(this.directory.resolve("own.yaml"), """
					{ "databaseChangeLog": [ { "changeSet": { "id": "1", "author": "test", "changes": [
					{ "createTrigger": { "triggerName": "touch", "tableName": "account", "timing": "BEFORE",
					"events": "INSERT", "securityDefiner": true, "body": "NEW.owner := 'me';" } } ] } } ] }
					""");
			liquibase.update(first, own);
			Path generated = liquibase.generate(first, file);
			assertThat(Files.readString(generated)).contains("NEW.owner := 'me';")
				.doesNotContain("createFunction", file.endsWith("yaml") ? "CREATE" : "createTrigger");
			liquibase.update(second, generated);
			assertThat(SnapshotLiquibase.differences(first, second)).isEmpty();
			assertThat(second.value("select pg_get_functiondef(tgfoid) from pg_trigger"))
				.isEqualTo(first.value("select pg_get_functiondef(tgfoid) from pg_trigger"));
			liquibase.dropAll(second);
			assertThat(second.column("select proname from pg_proc where proname like '%tv_fn'")).isEmpty();
		}
	}

	/**
	 * Liquibase sorts by what the catalog knows, and that is not what a text says.
	 */
	@Test
	void createsFunctionsInFrontOfWhatCallsThemAndBehindWhatTheyRead() throws Exception {
		SnapshotLiquibase liquibase = new SnapshotLiquibase(this.directory);
		try (FreshDatabase first = TestDatabase.POSTGRESQL.create();
				FreshDatabase second = TestDatabase.POSTGRESQL.create()) {
			first.execute("create table entry (id int primary key)",
					"create function zz_next() returns int language sql as 'select 1'",
					"create table account (id int primary key, version int default zz_next())",
					"create function zz_count() returns bigint language sql as 'select count(*) from entry'",
					"create function aa_count() returns bigint language sql as 'select zz_count()'",
					"create view counted as select id, aa_count() as entries from account",
					"create function rows_counted() returns bigint language sql as 'select count(*) from counted'",
					"create function even(i int) returns boolean language sql immutable as 'select i % 2 = 0'",
					"create index even_accounts on account (even(id))");
			DiffResult diff = SnapshotLiquibase.diff(first, second);
			for (String file : List.of("one.xml", "again.xml")) {
				SnapshotLiquibase.write(diff, this.directory.resolve(file));
				liquibase.update(second, this.directory.resolve(file));
				assertThat(SnapshotLiquibase.differences(first, second)).isEmpty();
				assertThat(second.value("select rows_counted()")).isEqualTo("0");
				liquibase.dropAll(second);
				assertThat(SnapshotLiquibase.differences(second, first)).hasSize(5);
			}
		}
	}

	@Test
	void aColumnMayHaveAnyName() throws Exception {
		SnapshotLiquibase liquibase = new SnapshotLiquibase(this.directory);
		try (FreshDatabase first = TestDatabase.POSTGRESQL.create();
				FreshDatabase second = TestDatabase.POSTGRESQL.create()) {
			first.execute("create table account (\"a,b\" int, \"c\"\"d\" int)",
					"create function noted() returns trigger language plpgsql as 'begin return null; end'",
					"create trigger noting after update of \"a,b\", \"c\"\"d\" on account for each row"
							+ " execute function noted()");
			liquibase.update(second, liquibase.generate(first, "columns.xml"));
			assertThat(SnapshotLiquibase.differences(first, second)).isEmpty();
		}
	}

	/**
	 * Liquibase takes what a snapshot lacks out of the set of types, its own for good.
	 */
	@Test
	void warnsOnceWhenTheFunctionsOfTriggersAreLeftOut() throws Exception {
		BufferedLogService logs = new BufferedLogService();
		try (FreshDatabase first = TestDatabase.POSTGRESQL.create()) {
			TriggerFixtures.create(first);
			Scope.child(Scope.Attr.logService.name(), logs, () -> {
				try (Database reference = SnapshotLiquibase.open(first)) {
					SnapshotLiquibase.write(
							DiffGeneratorFactory.getInstance()
								.compare(
										SnapshotGeneratorFactory.getInstance()
											.createSnapshot(reference.getDefaultSchema(), reference,
													new SnapshotControl(reference, Trigger.class)),
										null, new CompareControl(new HashSet<>(Set.of(Trigger.class)))),
							this.directory.resolve("triggers.xml"));
				}
			});
		}
		assertThat(Files.readString(this.directory.resolve("triggers.xml"))).contains("functionName=\"audit\"");
		assertThat(logs.getLogAsString(Level.WARNING)).containsOnlyOnce("is not created with it")
			.contains("the function audit,", "functions, triggers");
	}

	/**
	 * Nothing is told of event triggers, operators and aggregates, which are left alone.
	 */
	@Test
	void dropAllLeavesFunctionsThatOtherObjectsNeed() throws Exception {
		try (FreshDatabase used = TestDatabase.POSTGRESQL.create()) {
			used.execute("create function step(int, int) returns int language sql immutable as 'select $1 + $2'",
					"create aggregate total(int) (sfunc = step, stype = int)",
					"create function noted() returns event_trigger language plpgsql as 'begin end'",
					"create event trigger noting on ddl_command_end execute function noted()",
					"create function single() returns int language sql as 'select 1'",
					"create table account (id int primary key)");
			new SnapshotLiquibase(this.directory).dropAll(used);
			assertThat(used
				.column("select proname from pg_proc where pronamespace = 'public'::regnamespace order by proname"))
				.containsExactly("noted", "step", "total");
			assertThat(used.column("select tablename from pg_tables where schemaname = 'public'")).isEmpty();
		}
	}

	/** Liquibase drops views first, then tables, and neither cascades in a changelog. */
	@Test
	void dropsFunctionsInFrontOfTheViewsAndTablesThatTheyHold() throws Exception {
		SnapshotLiquibase liquibase = new SnapshotLiquibase(this.directory);
		String[] held = { "create table entry (id int primary key)", "create view \"Zz view\" as select id from entry",
				"create function zz_rows() returns setof \"Zz view\" language sql as 'select 1'",
				"create view aa_view as select id from zz_rows()",
				"create function aa_first(aa_view[]) returns int language sql as 'select 1'",
				"create function aa_count() returns bigint return (select count(*) from aa_view)",
				"create function entries() returns setof entry language sql as 'select 1'" };
		try (FreshDatabase empty = TestDatabase.POSTGRESQL.create();
				FreshDatabase full = TestDatabase.POSTGRESQL.create()) {
			full.execute(held);
			liquibase.update(full, liquibase.diffChangeLog(empty, full, "drops.xml"));
			assertThat(SnapshotLiquibase.differences(empty, full)).isEmpty();
			assertThat(full.column("select viewname from pg_views where schemaname = 'public'")).isEmpty();
			full.execute(held);
			liquibase.dropAll(full);
			assertThat(SnapshotLiquibase.differences(empty, full)).isEmpty();
			assertThat(full.column("select tablename from pg_tables where schemaname = 'public'")).isEmpty();
		}
	}

	@Test
	void generatesNoFunctionThatATriggerLeftBehindWithItsTable() throws Exception {
		SnapshotLiquibase liquibase = new SnapshotLiquibase(this.directory);
		try (FreshDatabase left = TestDatabase.POSTGRESQL.create()) {
			left.execute("create table account (id int primary key)", "create table kept (id int primary key)");
			liquibase.update(left, Files.writeString(this.directory.resolve("left.yaml"), """
					{ "databaseChangeLog": [ { "changeSet": { "id": "1", "author": "test", "changes": [
					{ "createTrigger": { "triggerName": "touch", "tableName": "account", "timing": "BEFORE",
					"events": "INSERT", "body": "NEW.id := 1;" } } ] } } ] }
					"""));
			left.execute("drop table account");
			assertThat(left.column("select proname from pg_proc where proname like '%tv_fn'")).hasSize(1);
			assertThat(Files.readString(liquibase.generate(left, "left.xml"))).contains("kept").doesNotContain("tv_fn");
			liquibase.dropAll(left);
			assertThat(left.column("select proname from pg_proc where proname like '%tv_fn'")).isEmpty();
		}
	}

	@Test
	void leavesOutClonesOnPartitionsAndWhatExtensionsOwn() throws Exception {
		try (FreshDatabase full = TestDatabase.POSTGRESQL.create();
				FreshDatabase empty = TestDatabase.POSTGRESQL.create()) {
			full.execute("create extension if not exists citext",
					"create function quiet() returns trigger language plpgsql as 'begin return null; end'",
					"create table part (id int) partition by range (id)",
					"create table part1 partition of part for values from (1) to (10)",
					"create trigger on_part after insert on part for each row execute function quiet()");
			assertThat(SnapshotLiquibase.differences(full, empty)).containsExactly("missing on_part on public.part",
					"missing public.quiet()");
		}
	}

	@Test
	void readsBothCatalogsWithOneQueryHoweverManyTriggersThereAre() throws Exception {
		try (FreshDatabase few = TestDatabase.POSTGRESQL.create();
				FreshDatabase many = TestDatabase.POSTGRESQL.create()) {
			triggers(few, 2);
			triggers(many, 300);
			assertThat(queries(many)).isEqualTo(queries(few));
		}
	}

	@Test
	void comparesSnapshotsOfFiles() throws Exception {
		TriggerFixtures.create(this.database);
		Path file = this.directory.resolve("snapshot.json");
		try (Database opened = SnapshotLiquibase.open(this.database)) {
			String json = SnapshotSerializerFactory.getInstance()
				.getSerializer("json")
				.serialize(SnapshotLiquibase.snapshot(opened), true);
			Files.writeString(file, json);
			Database offline = DatabaseFactory.getInstance()
				.openDatabase("offline:postgresql?snapshot=" + file.getFileName(), null, null, null,
						new DirectoryResourceAccessor(new File(this.directory.toString())));
			DiffResult same = SnapshotLiquibase.diff(offline, opened);
			assertThat(SnapshotLiquibase.differences(same)).isEmpty();
		}
	}

	private static void triggers(FreshDatabase database, int count) {
		database.execute("create table t (id int)",
				"create function quiet() returns trigger language plpgsql as 'begin return null; end'");
		for (int i = 0; i < count; i++) {
			database.execute("create trigger t" + i + " after insert on t for each row execute function quiet()");
		}
	}

	/**
	 * The statements that a snapshot sends, counted by a connection that stands between.
	 */
	private static int queries(FreshDatabase database) throws Exception {
		CountingConnection counting = new CountingConnection(database.connect());
		try (Database opened = SnapshotLiquibase.open(counting.connection())) {
			counting.reset();
			SnapshotLiquibase.snapshot(opened);
			return counting.statements();
		}
	}

}
