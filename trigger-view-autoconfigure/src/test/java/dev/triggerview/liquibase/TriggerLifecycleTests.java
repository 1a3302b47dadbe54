package dev.triggerview.liquibase;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.trigger.Trigger;
import dev.triggerview.trigger.TriggerCatalog;
import dev.triggerview.trigger.TriggerState;
import liquibase.Liquibase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

@EachDatabase
class TriggerLifecycleTests {

	private static final String TABLES = """
			sql: { sql: "create table item (id int primary key); create table item_log (tag varchar(20))" }""";

	private static final String WRITTEN = "triggerName: item_written, tableName: item";

	private final FreshDatabase database;

	@TempDir
	private Path directory;

	private Changelog changelog;

	private int items;

	TriggerLifecycleTests(FreshDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void tables() throws Exception {
		this.changelog = new Changelog(this.directory, this.database);
		this.changelog.update(TABLES);
	}

	@AfterEach
	void empty() throws Exception {
		this.changelog.run(Liquibase::dropAll);
	}

	@Test
	void aDisabledTriggerStaysDisabledThroughReplacementAndRenaming() throws Exception {
		this.changelog.update(Tagging.create("item_written", "first", ""));
		assertThat(tagsOfInsert()).containsExactly("first");
		this.changelog.update(Tagging.create("item_written", "second", "replaceIfExists: true"));
		assertThat(tagsOfInsert()).containsExactly("second");
		this.changelog.update("disableTrigger: { " + WRITTEN + " }");
		assertThat(tagsOfInsert()).isEmpty();
		assertThat(states()).containsExactly(TriggerState.DISABLED);
		this.changelog.update(Tagging.create("item_written", "third", "replaceIfExists: true"));
		assertThat(tagsOfInsert()).isEmpty();
		assertThat(states()).containsExactly(TriggerState.DISABLED);
		this.changelog
			.update("renameTrigger: { oldTriggerName: item_written, newTriggerName: item_kept, tableName: item }");
		assertThat(names()).containsExactly("item_kept");
		assertThat(tagsOfInsert()).isEmpty();
		this.changelog.update("enableTrigger: { triggerName: item_kept, tableName: item }");
		assertThat(states()).containsExactly(TriggerState.ENABLED);
		assertThat(tagsOfInsert()).containsExactly("third");
		this.changelog.rollback(1);
		assertThat(states()).containsExactly(TriggerState.DISABLED);
		this.changelog.rollback(1);
		assertThat(names()).containsExactly("item_written");
		this.changelog.rollback(1);
		assertThat(states()).containsExactly(TriggerState.DISABLED);
		assertThat(tagsOfInsert()).isEmpty();
		this.changelog.rollback(1);
		assertThat(states()).containsExactly(TriggerState.ENABLED);
		assertThat(tagsOfInsert()).containsExactly("second");
		this.changelog.rollback(1);
		assertThat(tagsOfInsert()).containsExactly("first");
		this.changelog.rollback(1);
		assertThat(triggers()).isEmpty();
		assertThat(functions()).isEmpty();
	}

	@Test
	void rollingBackADropRestoresWhatWasThere() throws Exception {
		this.changelog.update(Tagging.create("item_written", "INSERT, DELETE", "first", ""));
		List<Trigger> before = triggers();
		List<String> functions = functions();
		this.changelog.update("dropTrigger: { " + WRITTEN + " }");
		assertThat(triggers()).isEmpty();
		assertThat(functions()).isEmpty();
		this.changelog.rollback(1);
		assertThat(triggers()).isEqualTo(before);
		assertThat(functions()).isEqualTo(functions);
		assertThat(tagsOfInsert()).containsExactly("first");
	}

	@Test
	void rollingBackADropRestoresADisabledTrigger() throws Exception {
		this.changelog.update(Tagging.create("item_written", "first", ""));
		this.changelog.update("disableTrigger: { " + WRITTEN + " }");
		List<Trigger> before = triggers();
		this.changelog.update("dropTrigger: { " + WRITTEN + " }");
		assertThat(triggers()).isEmpty();
		this.changelog.rollback(1);
		assertThat(triggers()).isEqualTo(before);
		assertThat(tagsOfInsert()).isEmpty();
		this.changelog.update("enableTrigger: { " + WRITTEN + " }");
		assertThat(tagsOfInsert()).containsExactly("first");
	}

	@Test
	void theBodyAndAllElseIsTheSameAfterDisablingAndRenaming() throws Exception {
		this.changelog.update(Tagging.create("item_written", "INSERT, UPDATE", "first", ""));
		List<Trigger> before = triggers();
		this.changelog.update("disableTrigger: { " + WRITTEN + " }");
		assertThat(names()).isEqualTo(before.stream().map(Trigger::name).map(String::toLowerCase).toList());
		this.changelog.update("enableTrigger: { " + WRITTEN + " }");
		assertThat(triggers()).isEqualTo(before);
		this.changelog
			.update("renameTrigger: { oldTriggerName: item_written, newTriggerName: item_kept, tableName: item }");
		assertThat(names()).allMatch((name) -> name.startsWith("item_kept")).hasSameSizeAs(before);
		this.changelog.rollback(1);
		assertThat(triggers()).isEqualTo(before);
	}

	@Test
	void aTriggerIsCreatedDisabled() throws Exception {
		this.changelog.update(Tagging.create("item_written", "INSERT, DELETE", "first", "disabled: true"));
		assertThat(Set.copyOf(states())).containsExactly(TriggerState.DISABLED);
		assertThat(tagsOfInsert()).isEmpty();
		this.changelog.update("enableTrigger: { " + WRITTEN + " }");
		assertThat(tagsOfInsert()).containsExactly("first");
		this.changelog.rollback(2);
		assertThat(triggers()).isEmpty();
	}

	@Test
	void aTriggerOfACompleteStatementIsCreatedDisabled() throws Exception {
		String action = switch (this.database.kind()) {
			case POSTGRESQL -> "EXECUTE FUNCTION item_logged()";
			case H2 -> "CALL ''" + Tagging.First.class.getName() + "''";
			case SQLITE -> "BEGIN INSERT INTO item_log (tag) VALUES (''first''); END";
			default -> "INSERT INTO item_log (tag) VALUES (''first'')";
		};
		if (this.database.is(TestDatabase.POSTGRESQL)) {
			this.database.execute("create or replace function item_logged() returns trigger language plpgsql as $$ "
					+ "begin insert into item_log (tag) values ('first'); return null; end $$");
		}
		this.changelog.update("createTrigger: { " + WRITTEN + ", enabled: false, "
				+ "body: 'CREATE TRIGGER item_written AFTER INSERT ON item FOR EACH ROW " + action + "' }");
		assertThat(states()).containsExactly(TriggerState.DISABLED);
		assertThat(tagsOfInsert()).isEmpty();
		this.changelog.update("enableTrigger: { " + WRITTEN + " }");
		assertThat(tagsOfInsert()).containsExactly("first");
	}

	@Test
	void disablingADisabledTriggerIsNotUndone() throws Exception {
		this.changelog.update(Tagging.create("item_written", "first", ""));
		this.changelog.update("disableTrigger: { " + WRITTEN + " }");
		this.changelog.update("disableTrigger: { " + WRITTEN + " }");
		this.changelog.rollback(1);
		assertThat(states()).containsExactly(TriggerState.DISABLED);
		this.changelog.rollback(1);
		assertThat(states()).containsExactly(TriggerState.ENABLED);
	}

	@Test
	void aTriggerThatDoesNotExistIsAnErrorThatNamesTheNearest() throws Exception {
		this.changelog.update(Tagging.create("item_written", "first", ""));
		for (String change : List.of("enableTrigger: { triggerName: item_writen, tableName: item }",
				"disableTrigger: { triggerName: item_writen, tableName: item }",
				"dropTrigger: { triggerName: item_writen, tableName: item }",
				"renameTrigger: { oldTriggerName: item_writen, newTriggerName: x, tableName: item }")) {
			Changelog wrong = new Changelog(this.directory, this.database);
			wrong.add(TABLES);
			wrong.add(Tagging.create("item_written", "first", ""));
			wrong.add(change);
			assertThatExceptionOfType(Exception.class).isThrownBy(wrong::update)
				.havingRootCause()
				.satisfies((ex) -> assertThat(ex.getMessage()).containsIgnoringCase("no trigger item_writen on item")
					.containsIgnoringCase("did you mean item_written"));
		}
	}

	@Test
	void aDropSucceedsWhenTheTableIsGoneOrTheTriggerMayBeMissing() throws Exception {
		this.changelog.update(Tagging.create("item_written", "first", ""));
		this.changelog.update("dropTrigger: { triggerName: other, tableName: item, ifExists: true }");
		this.changelog.update("dropTable: { tableName: item }");
		this.changelog.update("dropTrigger: { " + WRITTEN + " }");
		assertThat(triggers()).isEmpty();
		assertThat(functions()).isEmpty();
	}

	/** MySQL and MariaDB have no triggers on views. */
	@Test
	void aTriggerOnAViewIsChangedAsOthersAre() throws Exception {
		assumeThat(this.database.kind()).isNotEqualTo(TestDatabase.MARIADB);
		this.changelog.update("createView: { viewName: items, selectQuery: select id from item }");
		this.changelog.update(onView("first", ""));
		assertThat(tagsOfInsert("items")).containsExactly("first");
		this.changelog.update(onView("second", "replaceIfExists: true"));
		assertThat(tagsOfInsert("items")).containsExactly("second");
		this.changelog.update("renameTrigger: { oldTriggerName: items_written, newTriggerName: b, tableName: items }");
		List<Trigger> before = triggers();
		List<String> functions = functions();
		this.changelog.update("disableTrigger: { triggerName: b, tableName: items }");
		assertThat(states()).containsExactly(TriggerState.DISABLED);
		assertThat(functions()).isEqualTo(functions);
		this.changelog.rollback(1);
		assertThat(triggers()).isEqualTo(before);
		assertThat(functions()).isEqualTo(functions);
		assertThat(tagsOfInsert("items")).containsExactly("second");
		this.changelog.rollback(2);
		assertThat(tagsOfInsert("items")).containsExactly("first");
		this.changelog.rollback(2);
		assertThat(triggers()).isEmpty();
		assertThat(functions()).isEmpty();
	}

	@Test
	void aDisabledTriggerOnAViewIsChangedAsOthersAre() throws Exception {
		assumeThat(this.database.kind()).isNotEqualTo(TestDatabase.MARIADB);
		this.changelog.update("createView: { viewName: items, selectQuery: select id from item }");
		this.changelog.update(onView("first", "disabled: true"));
		this.changelog.update(onView("second", "replaceIfExists: true"));
		this.changelog.update("renameTrigger: { oldTriggerName: items_written, newTriggerName: b, tableName: items }");
		assertThat(names()).containsExactly("b");
		this.changelog.update(onView("third", "disabled: true"));
		assertThat(states()).containsExactly(TriggerState.DISABLED, TriggerState.DISABLED);
		this.changelog.update("enableTrigger: { triggerName: b, tableName: items }");
		assertThat(tagsOfInsert("items")).containsExactly("second");
		this.changelog.rollback(1);
		assertThat(states()).containsExactly(TriggerState.DISABLED, TriggerState.DISABLED);
		this.changelog.update("enableTrigger: { triggerName: items_written, tableName: items }");
		assertThat(tagsOfInsert("items")).containsExactly("third");
		this.changelog.update("dropTrigger: { triggerName: b, tableName: items }");
		assertThat(names()).containsExactly("items_written");
		this.changelog.rollback(3);
		assertThat(names()).containsExactly("b");
		this.changelog.rollback(2);
		this.changelog.update("enableTrigger: { triggerName: items_written, tableName: items }");
		assertThat(tagsOfInsert("items")).containsExactly("first");
		this.changelog.rollback(2);
		assertThat(triggers()).isEmpty();
		assertThat(functions()).isEmpty();
	}

	@Test
	void aDisabledTriggerFollowsItsTableToANewName() throws Exception {
		this.changelog.update(Tagging.create("item_written", "INSERT, DELETE", "first", ""));
		List<Trigger> before = triggers();
		this.changelog.update("disableTrigger: { " + WRITTEN + " }");
		this.changelog.update("renameTable: { oldTableName: item, newTableName: article }");
		assertThat(Set.copyOf(states())).containsExactly(TriggerState.DISABLED);
		this.changelog.update("enableTrigger: { triggerName: item_written, tableName: article }");
		assertThat(tagsOfInsert("article")).containsExactly("first");
		this.changelog.rollback(1);
		assertThat(tagsOfInsert("article")).isEmpty();
		this.changelog.rollback(2);
		assertThat(triggers()).isEqualTo(before);
		assertThat(tagsOfInsert()).containsExactly("first");
	}

	@Test
	void aReplacedViewKeepsItsTriggers() throws Exception {
		assumeThat(this.database.kind()).isNotEqualTo(TestDatabase.MARIADB);
		this.changelog.update("createView: { viewName: items, selectQuery: select id from item }");
		this.changelog.update(onView("first", ""));
		List<Trigger> before = triggers();
		this.changelog.update(
				"createView: { viewName: items, replaceIfExists: true, selectQuery: 'select id, id as x from item' }");
		assertThat(triggers()).isEqualTo(before);
		this.database.execute("insert into items (id) values (1)");
		assertThat(this.database.column("select tag from item_log")).containsExactly("first");
	}

	private static String onView(String tag, String attributes) {
		return Tagging.create("items_written", tag, attributes)
			.replace("tableName: item", "tableName: items")
			.replace("AFTER", "INSTEAD OF");
	}

	@Test
	void anUnchangedDefinitionSendsNoDdlAndAHandEditIsRepaired() throws Exception {
		this.changelog.update(Tagging.create("item_written", "first", "replaceIfExists: true"));
		String again = Tagging.create("item_written", "first", "replaceIfExists: true");
		this.changelog.add(again);
		assertThat(statements()).isEmpty();
		this.changelog.update();
		this.changelog.rollback(1);
		assertThat(tagsOfInsert()).containsExactly("first");
		this.changelog.update("dropTrigger: { " + WRITTEN + " }");
		this.changelog.update(Tagging.create("item_written", "second", ""));
		this.changelog.add(again);
		assertThat(statements()).isNotEmpty();
		this.changelog.update();
		assertThat(tagsOfInsert()).containsExactly("first");
	}

	/** What a change set would send that defines something. */
	private List<String> statements() throws Exception {
		List<String> statements = new ArrayList<>();
		this.changelog.run((liquibase) -> {
			var unrun = liquibase.listUnrunChangeSets(null, null);
			for (var change : unrun.get(unrun.size() - 1).getChanges()) {
				for (var statement : change.generateStatements(liquibase.getDatabase())) {
					statements.add(statement.toString());
				}
			}
		});
		return statements.stream().filter((sql) -> !sql.startsWith("DELETE") && !sql.startsWith("INSERT")).toList();
	}

	private List<String> tagsOfInsert() {
		return tagsOfInsert("item");
	}

	private List<String> tagsOfInsert(String table) {
		this.database.execute("delete from item_log", "insert into " + table + " values (" + ++this.items + ")");
		return this.database.column("select tag from item_log");
	}

	private List<TriggerState> states() {
		return triggers().stream().map(Trigger::state).toList();
	}

	private List<String> names() {
		return triggers().stream().map((trigger) -> trigger.name().toLowerCase(Locale.ROOT)).toList();
	}

	private List<Trigger> triggers() {
		return new TriggerCatalog(this.database.dataSource()).triggers();
	}

	private List<String> functions() {
		return this.database.is(TestDatabase.POSTGRESQL) ? this.database
			.column("select pg_get_functiondef(oid) || obj_description(oid) from pg_proc where proname like '%tv_fn'")
				: List.of();
	}

}
