package dev.triggerview.liquibase;

import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.trigger.TriggerCatalog;
import dev.triggerview.trigger.TriggerState;
import liquibase.CatalogAndSchema;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.snapshot.SnapshotControl;
import liquibase.snapshot.SnapshotGeneratorFactory;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.RawSqlStatement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Two schemas with the same tables and triggers, as those of two tenants: a change of one
 * leaves the other alone. SQLite has none.
 */
@EachDatabase({ TestDatabase.POSTGRESQL, TestDatabase.MARIADB, TestDatabase.H2, TestDatabase.HSQLDB })
class SeveralSchemasTests {

	private final FreshDatabase database;

	@TempDir
	private Path directory;

	private Changelog changelog;

	SeveralSchemasTests(FreshDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void createSchemas() throws Exception {
		this.changelog = new Changelog(this.directory, this.database);
		this.database.execute("create schema elsewhere");
		for (String prefix : List.of("", "elsewhere.")) {
			this.database.execute("create table " + prefix + "item (id int primary key)",
					"create table " + prefix + "item_log (tag varchar(20))");
		}
		this.changelog.update(Tagging.create("item_written", "first", ""));
		this.changelog.update(Tagging.create("item_kept", "first", ""));
		this.changelog.update(Tagging.create("item_written", "first", "schemaName: elsewhere"));
	}

	@AfterEach
	void dropSchemas() throws Exception {
		this.database.execute("drop schema elsewhere" + (this.database.is(TestDatabase.MARIADB) ? "" : " cascade"));
		this.changelog.run(Liquibase::dropAll);
	}

	@Test
	void aTriggerIsRenamedToANameThatTheOtherSchemaHas() throws Exception {
		this.changelog.update("renameTrigger: { schemaName: elsewhere, tableName: item,"
				+ " oldTriggerName: item_written, newTriggerName: item_kept }");
		assertThat(triggers()).containsExactlyInAnyOrder("item_written", "item_kept", "elsewhere.item_kept");
		this.changelog.rollback(1);
		assertThat(triggers()).containsExactlyInAnyOrder("item_written", "item_kept", "elsewhere.item_written");
	}

	@Test
	void aTriggerIsDroppedAndRestored() throws Exception {
		this.changelog.update("dropTrigger: { schemaName: elsewhere, tableName: item, triggerName: item_written }");
		assertThat(triggers()).containsExactlyInAnyOrder("item_written", "item_kept");
		this.changelog.rollback(1);
		assertThat(triggers()).containsExactlyInAnyOrder("item_written", "item_kept", "elsewhere.item_written");
		this.changelog.update("dropTrigger: { tableName: item, triggerName: item_written }");
		assertThat(triggers()).containsExactlyInAnyOrder("item_kept", "elsewhere.item_written");
		this.changelog.rollback(1);
		assertThat(triggers()).containsExactlyInAnyOrder("item_written", "item_kept", "elsewhere.item_written");
	}

	@Test
	void aTriggerIsDisabledAndEnabled() throws Exception {
		this.changelog.update("disableTrigger: { schemaName: elsewhere, tableName: item, triggerName: item_written }");
		assertThat(tagsOfInsert("")).containsExactly("first", "first");
		assertThat(tagsOfInsert("elsewhere.")).isEmpty();
		this.changelog.update("disableTrigger: { tableName: item, triggerName: item_written }");
		assertThat(tagsOfInsert("")).containsExactly("first");
		this.changelog.update("enableTrigger: { schemaName: elsewhere, tableName: item, triggerName: item_written }");
		assertThat(tagsOfInsert("")).containsExactly("first");
		assertThat(tagsOfInsert("elsewhere.")).containsExactly("first");
		this.changelog.rollback(3);
		assertThat(tagsOfInsert("")).containsExactly("first", "first");
		assertThat(tagsOfInsert("elsewhere.")).containsExactly("first");
	}

	@Test
	void aTriggerIsReplaced() throws Exception {
		this.changelog.update(Tagging.create("item_written", "second", "schemaName: elsewhere, replaceIfExists: true"));
		assertThat(tagsOfInsert("")).containsExactly("first", "first");
		assertThat(tagsOfInsert("elsewhere.")).containsExactly("second");
		this.changelog.update(Tagging.create("item_written", "third", "replaceIfExists: true"));
		assertThat(tagsOfInsert("")).containsExactlyInAnyOrder("first", "third");
		assertThat(tagsOfInsert("elsewhere.")).containsExactly("second");
		this.changelog.rollback(2);
		assertThat(tagsOfInsert("")).containsExactly("first", "first");
		assertThat(tagsOfInsert("elsewhere.")).containsExactly("first");
	}

	/**
	 * What the store has is the trigger of a schema, with all that its text names. HSQLDB
	 * has to run it in that one.
	 */
	@Test
	void aScriptRestoresATriggerInItsSchemaWhateverSchemaItRunsIn() throws Exception {
		this.changelog.update(Tagging.create("item_written", "second", "replaceIfExists: true"));
		assertThat(tagsOfInsert("")).containsExactlyInAnyOrder("first", "second");
		StringWriter script = new StringWriter();
		this.changelog.run((liquibase) -> {
			liquibase.getDatabase().setOutputDefaultSchema(false);
			liquibase.getDatabase().setOutputDefaultCatalog(false);
			liquibase.rollback(1, "", script);
		});
		runIn(this.database.is(TestDatabase.HSQLDB) ? "public" : "elsewhere", script);
		assertThat(tagsOfInsert("")).containsExactly("first", "first");
		assertThat(tagsOfInsert("elsewhere.")).containsExactly("first");
		assertThat(triggers()).containsExactlyInAnyOrder("item_written", "item_kept", "elsewhere.item_written");
		this.changelog.forgetLast();
	}

	private void runIn(String schema, StringWriter script) throws Exception {
		new DatabaseClient(this.database)
			.run(inSchema(schema) + script.toString().replaceAll("(?im)^.* databasechangelog.*$", ""));
	}

	@Test
	void aScriptWithoutTheDefaultSchemaIsForWhateverSchemaItRunsIn() throws Exception {
		this.changelog.add(Tagging.create("item_written", "second", "replaceIfExists: true")
				+ " }, { dropTrigger: { triggerName: item_written, tableName: item } }, { "
				+ Tagging.create("item_written", "third", ""));
		StringWriter script = new StringWriter();
		this.changelog.run((liquibase) -> {
			liquibase.getDatabase().setOutputDefaultSchema(false);
			liquibase.getDatabase().setOutputDefaultCatalog(false);
			liquibase.update("", script);
		});
		runIn("elsewhere", script);
		assertThat(tagsOfInsert("")).containsExactly("first", "first");
		assertThat(tagsOfInsert("elsewhere.")).containsExactly("third");
		this.changelog.forgetLast();
	}

	private String inSchema(String name) {
		return switch (this.database.kind()) {
			case POSTGRESQL -> "SET search_path = " + name + ", public;\n";
			case MARIADB -> "USE " + name + ";\n";
			default -> "SET SCHEMA " + name + ";\n";
		};
	}

	@Test
	void functionsOfOneNameAreToldApart() throws Exception {
		this.changelog.update(function(1, ""));
		this.changelog.update(function(2, "schemaName: elsewhere,"));
		assertThat(results()).containsExactly("1", "2");
		this.changelog.update(function(3, "schemaName: elsewhere, replaceIfExists: true,"));
		assertThat(results()).containsExactly("1", "3");
		this.changelog.update("dropFunction: { functionName: fee }");
		assertThat(result("elsewhere.")).isEqualTo("3");
		this.changelog.rollback(2);
		assertThat(results()).containsExactly("1", "2");
		this.changelog.rollback(1);
		assertThat(result("")).isEqualTo("1");
		assertThatException().isThrownBy(() -> result("elsewhere."));
	}

	@Test
	void aPreconditionLooksIntoItsSchema() throws Exception {
		this.changelog.update(function(1, ""));
		assertThat(holds(new TriggerExistsPrecondition(), "item_kept", null)).isTrue();
		assertThat(holds(new TriggerExistsPrecondition(), "item_kept", "elsewhere")).isFalse();
		assertThat(holds(new TriggerExistsPrecondition(), "item_written", "elsewhere")).isTrue();
		this.changelog.update("disableTrigger: { schemaName: elsewhere, tableName: item, triggerName: item_written }");
		assertThat(holds(new TriggerEnabledPrecondition(), "item_written", "elsewhere")).isFalse();
		assertThat(holds(new TriggerEnabledPrecondition(), "item_written", null)).isTrue();
		assertThat(holds(new TriggerExistsPrecondition(), "item_written", "elsewhere")).isTrue();
		FunctionExistsPrecondition function = new FunctionExistsPrecondition();
		function.setFunctionName("fee");
		assertThat(holds(function, null)).isTrue();
		assertThat(holds(function, "elsewhere")).isFalse();
	}

	@Test
	void aSnapshotOfASchemaHasItsTriggersOnly() throws Exception {
		this.changelog.update("disableTrigger: { schemaName: elsewhere, tableName: item, triggerName: item_written }");
		try (Database opened = SnapshotLiquibase.open(this.database)) {
			boolean catalogs = this.database.is(TestDatabase.MARIADB);
			CatalogAndSchema elsewhere = new CatalogAndSchema(catalogs ? "elsewhere" : null,
					catalogs ? null : "elsewhere");
			assertThat(triggers(opened, opened.getDefaultSchema())).containsExactlyInAnyOrder("item_written ENABLED",
					"item_kept ENABLED");
			assertThat(triggers(opened, elsewhere)).containsExactly("item_written DISABLED");
		}
	}

	@Test
	void dropAllLeavesTheOtherSchema() throws Exception {
		boolean catalogs = this.database.is(TestDatabase.MARIADB);
		this.changelog
			.run((liquibase) -> liquibase.dropAll(new CatalogAndSchema(catalogs ? "elsewhere" : null, "elsewhere")));
		assertThat(triggers()).containsExactlyInAnyOrder("item_written", "item_kept");
		assertThat(tagsOfInsert("", "item_log")).containsExactly("first", "first");
	}

	/** For the driver, the underscore of a name stands for any character. */
	@Test
	void aSchemaOfSimilarNameHasAStoreOfItsOwn() throws Exception {
		if (this.database.is(TestDatabase.MARIADB)) {
			return;
		}
		for (String tenant : List.of("tenant11", "tenant_1")) {
			this.database.execute("create schema " + tenant, "create table " + tenant + ".item (id int primary key)",
					"create table " + tenant + ".item_log (tag varchar(20))");
			Changelog own = new Changelog(this.directory, this.database);
			own.add(Tagging.create("item_written", "first", "replaceIfExists: true"));
			own.add("disableTrigger: { tableName: item, triggerName: item_written }");
			own.run((liquibase) -> {
				liquibase.getDatabase()
					.setDefaultSchemaName(
							this.database.is(TestDatabase.POSTGRESQL) ? tenant : tenant.toUpperCase(Locale.ROOT));
				if (this.database.is(TestDatabase.HSQLDB)) {
					liquibase.getDatabase()
						.execute(new SqlStatement[] { new RawSqlStatement("SET SCHEMA " + tenant) }, List.of());
				}
				liquibase.update("");
			});
		}
		assertThat(new TriggerCatalog(this.database.dataSource()).triggers())
			.filteredOn((trigger) -> trigger.state() == TriggerState.DISABLED)
			.hasSize(2);
		this.database.execute("drop schema tenant11 cascade", "drop schema tenant_1 cascade");
	}

	@Test
	void aDisabledTriggerIsFoundInAStoreThatIsElsewhere() throws Exception {
		Changelog own = new Changelog(this.directory, this.database);
		own.add("disableTrigger: { tableName: item, triggerName: item_written }");
		own.run((liquibase) -> {
			liquibase.getDatabase().setLiquibaseSchemaName("elsewhere");
			if (this.database.is(TestDatabase.MARIADB)) {
				liquibase.getDatabase().setLiquibaseCatalogName("elsewhere");
			}
			liquibase.update("");
		});
		assertThat(holds(new TriggerExistsPrecondition(), "item_written", null)).isTrue();
		assertThat(holds(new TriggerEnabledPrecondition(), "item_written", null)).isFalse();
	}

	/** The names of triggers are those of files on the server. */
	@Test
	void namesInAnotherCaseAreOthersOnMariaDb() throws Exception {
		if (!this.database.is(TestDatabase.MARIADB)) {
			return;
		}
		this.database.execute("create trigger ITEM_WRITTEN after insert on item for each row set @a = 1",
				"create table ITEM (id int)",
				"create trigger Item_Written after insert on ITEM for each row set @a = 2");
		this.changelog.update("dropTrigger: { tableName: item, triggerName: item_written }");
		assertThat(this.database.column("select trigger_name from information_schema.triggers"
				+ " where trigger_schema = database() and trigger_name <> 'item_kept'"))
			.containsExactlyInAnyOrder("ITEM_WRITTEN", "Item_Written");
		this.database.execute("drop table ITEM");
	}

	private static List<String> triggers(Database database, CatalogAndSchema schema) throws Exception {
		return SnapshotGeneratorFactory.getInstance()
			.createSnapshot(schema, database, new SnapshotControl(database))
			.get(Trigger.class)
			.stream()
			.map((trigger) -> trigger.getName().toLowerCase(Locale.ROOT) + " " + trigger.model().state())
			.toList();
	}

	private boolean holds(TriggerExistsPrecondition precondition, String trigger, @Nullable String schema)
			throws Exception {
		precondition.setTriggerName(trigger);
		return holds(precondition, schema);
	}

	private boolean holds(CatalogPrecondition precondition, @Nullable String schema) throws Exception {
		precondition.setSchemaName(schema);
		try (Connection connection = this.database.connect()) {
			return precondition.holds(SnapshotLiquibase.open(connection), connection);
		}
	}

	private String function(int result, String attributes) {
		return "createFunction: { functionName: fee, returns: int, %s functionBody: \"%s\" }".formatted(attributes,
				this.database.is(TestDatabase.H2) ? "int fee() { return " + result + "; }" : "return " + result);
	}

	private List<String> results() {
		return List.of(result(""), result("elsewhere."));
	}

	private String result(String prefix) {
		return this.database.value((this.database.is(TestDatabase.HSQLDB) ? "call " : "select ") + prefix + "fee()");
	}

	/** All tags land in the table of the default schema: what a body means is its own. */
	private List<String> tagsOfInsert(String prefix) {
		return Stream.of("item_log", "elsewhere.item_log")
			.flatMap((log) -> tagsOfInsert(prefix, log).stream())
			.sorted()
			.toList();
	}

	private List<String> tagsOfInsert(String prefix, String log) {
		this.database.execute("delete from " + log, "delete from " + prefix + "item",
				"insert into " + prefix + "item values (1)");
		return this.database.column("select tag from " + log);
	}

	private List<String> triggers() {
		String query = this.database.is(TestDatabase.POSTGRESQL)
				? "select distinct trigger_schema || '.' || trigger_name from information_schema.triggers"
				: this.database.is(TestDatabase.MARIADB)
						? "select concat(trigger_schema, '.', trigger_name) from information_schema.triggers"
						: "select trigger_schema || '.' || trigger_name from information_schema.triggers";
		return this.database.column(query)
			.stream()
			.map((name) -> name.toLowerCase(Locale.ROOT))
			.map((name) -> name.startsWith("elsewhere.") ? name : name.substring(name.indexOf('.') + 1))
			.toList();
	}

}
