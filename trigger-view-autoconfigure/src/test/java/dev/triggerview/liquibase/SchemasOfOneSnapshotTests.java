package dev.triggerview.liquibase;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.trigger.TriggerCatalog;
import liquibase.CatalogAndSchema;
import liquibase.database.Database;
import liquibase.diff.DiffGeneratorFactory;
import liquibase.diff.compare.CompareControl;
import liquibase.snapshot.DatabaseSnapshot;
import liquibase.snapshot.SnapshotControl;
import liquibase.snapshot.SnapshotGeneratorFactory;
import liquibase.structure.DatabaseObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Several schemas in one snapshot; SQLite has one. */
@EachDatabase({ TestDatabase.POSTGRESQL, TestDatabase.MARIADB, TestDatabase.H2, TestDatabase.HSQLDB })
class SchemasOfOneSnapshotTests {

	private final TestDatabase kind;

	private FreshDatabase database;

	@TempDir
	private Path directory;

	SchemasOfOneSnapshotTests(FreshDatabase database) {
		this.kind = database.kind();
	}

	@BeforeEach
	void create() throws Exception {
		this.database = this.kind.create();
		Changelog changelog = new Changelog(this.directory, this.database);
		this.database.execute("create schema elsewhere");
		for (String prefix : List.of("", "elsewhere.")) {
			this.database.execute("create table " + prefix + "item (id int primary key)",
					"create table " + prefix + "item_log (tag varchar(20))");
		}
		changelog.update(Tagging.create("item_written", "first", ""));
		changelog.update(Tagging.create("item_kept", "second", ""));
		changelog.update(Tagging.create("item_written", "third", "schemaName: elsewhere"));
		changelog.update(function(1, ""));
		changelog.update(function(2, "schemaName: elsewhere,"));
	}

	@AfterEach
	void close() {
		dropElsewhere();
		this.database.close();
	}

	private void dropElsewhere() {
		this.database.execute("drop schema elsewhere" + ((this.kind == TestDatabase.MARIADB) ? "" : " cascade"));
	}

	/** The name of a trigger or function is that of another one in another schema. */
	@Test
	void hasTheTriggersAndFunctionsOfEach() throws Exception {
		assertThat(triggersAndFunctions()).containsExactlyInAnyOrder("item_written ENABLED", "item_kept ENABLED",
				"item_written ENABLED", "fee", "fee");
	}

	@Test
	void aChangelogOfItCreatesThemWhereTheyWere() throws Exception {
		Path changelog = this.directory.resolve("all.xml");
		List<String> before = catalog();
		try (Database opened = SnapshotLiquibase.open(this.database)) {
			SnapshotLiquibase.writeWithSchema(
					DiffGeneratorFactory.getInstance().compare(snapshot(opened), null, control(opened)), changelog);
		}
		dropElsewhere();
		new SnapshotLiquibase(this.directory).dropAll(this.database);
		assertThat(catalog()).isEmpty();
		this.database.execute("create schema elsewhere");
		new SnapshotLiquibase(this.directory).update(this.database, changelog);
		assertThat(catalog()).as(Files.readString(changelog)).isEqualTo(before);
		assertThat(triggersAndFunctions()).hasSize(5);
	}

	private List<String> triggersAndFunctions() throws Exception {
		try (Database opened = SnapshotLiquibase.open(this.database)) {
			DatabaseSnapshot snapshot = snapshot(opened);
			return Stream
				.concat(snapshot.get(Trigger.class)
					.stream()
					.map((trigger) -> trigger.getName().toLowerCase(Locale.ROOT) + " " + trigger.model().state()),
						snapshot.get(Function.class)
							.stream()
							.map((function) -> function.getName().toLowerCase(Locale.ROOT))
							.filter((name) -> !name.endsWith("tv_fn")))
				.toList();
		}
	}

	/** The catalog of MariaDB is that of a database. */
	private List<String> catalog() throws Exception {
		try (Connection connection = this.database.connect()) {
			Stream<dev.triggerview.trigger.Trigger> triggers = TriggerCatalog.triggers(connection).stream();
			if (this.kind == TestDatabase.MARIADB) {
				triggers = Stream.concat(triggers, TriggerCatalog.triggers(connection, "elsewhere").stream());
			}
			return triggers
				.map((trigger) -> trigger.table() + " " + trigger.name() + trigger.state() + trigger.definition())
				.toList();
		}
	}

	private DatabaseSnapshot snapshot(Database database) throws Exception {
		return SnapshotGeneratorFactory.getInstance()
			.createSnapshot(new CatalogAndSchema[] { database.getDefaultSchema(), elsewhere() }, database,
					new SnapshotControl(database));
	}

	private CatalogAndSchema elsewhere() {
		return (this.kind == TestDatabase.MARIADB) ? new CatalogAndSchema("elsewhere", null)
				: new CatalogAndSchema(null, (this.kind == TestDatabase.POSTGRESQL) ? "elsewhere" : "ELSEWHERE");
	}

	private CompareControl control(Database database) {
		return new CompareControl(
				new CompareControl.SchemaComparison[] {
						new CompareControl.SchemaComparison(database.getDefaultSchema(), database.getDefaultSchema()),
						new CompareControl.SchemaComparison(elsewhere(), elsewhere()) },
				(Set<Class<? extends DatabaseObject>>) null);
	}

	private String function(int result, String attributes) {
		return "createFunction: { functionName: fee, returns: int, %s functionBody: \"%s\" }".formatted(attributes,
				(this.kind == TestDatabase.H2) ? "int fee() { return " + result + "; }" : "return " + result);
	}

}
