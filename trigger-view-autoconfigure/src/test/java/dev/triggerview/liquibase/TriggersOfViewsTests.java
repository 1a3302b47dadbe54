package dev.triggerview.liquibase;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.logging.Level;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.trigger.Trigger;
import dev.triggerview.trigger.TriggerState;
import liquibase.Scope;
import liquibase.logging.core.BufferedLogService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

/** MySQL and MariaDB have no triggers on views. */
@EachDatabase({ TestDatabase.POSTGRESQL, TestDatabase.H2, TestDatabase.HSQLDB, TestDatabase.SQLITE })
class TriggersOfViewsTests extends ItemTriggers {

	TriggersOfViewsTests(FreshDatabase database) {
		super(database);
	}

	@BeforeEach
	void view() throws Exception {
		this.changelog.update("createView: { viewName: items, selectQuery: select id from item }");
	}

	@Test
	void aTriggerOnAViewIsChangedAsOthersAre() throws Exception {
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

	/**
	 * The reasons why a replacement leaves a moment without a trigger there: no second
	 * trigger, and no lock that outlives the statement on the first one.
	 */
	@Test
	void nothingStandsInForATriggerOfAViewOnHsqldb() throws Exception {
		assumeThat(this.database.is(TestDatabase.HSQLDB)).isTrue();
		this.changelog.update(onView("first", ""));
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			assertThatThrownBy(
					() -> statement.execute("create trigger other instead of insert on items delete from item_log"))
				.hasMessageContaining("TRIGGER definition not compatible with table");
			connection.setAutoCommit(false);
			statement.execute("lock table item write, item_log write");
			statement.execute("drop trigger items_written");
			assertThat(tagsOfInsert("items")).isEmpty();
		}
		assertThat(this.database.column("select id from item")).hasSize(1);
	}

	@Test
	void aMomentWithoutATriggerIsToldOfOnHsqldb() throws Exception {
		assumeThat(this.database.is(TestDatabase.HSQLDB)).isTrue();
		this.changelog.update(onView("first", ""));
		BufferedLogService logs = new BufferedLogService();
		Scope.child(Scope.Attr.logService.name(), logs, () -> {
			this.changelog.update(onView("second", "replaceIfExists: true"));
			this.changelog.update(onView("second", "replaceIfExists: true"));
		});
		assertThat(logs.getLogAsString(Level.WARNING))
			.containsOnlyOnce("HSQLDB has no trigger ITEMS_WRITTEN on the view PUBLIC.PUBLIC.ITEMS for a moment");
	}

	/** The others fire all of them. */
	@Test
	void aSecondTriggerThatWouldNeverFireIsRefusedOnH2AndHsqldb() throws Exception {
		this.changelog.update(onView("first", ""));
		if (!this.database.is(TestDatabase.H2, TestDatabase.HSQLDB)) {
			this.changelog.update(other(""));
			assertThat(tagsOfInsert("items")).containsExactlyInAnyOrder("first", "second");
			return;
		}
		this.changelog.add(other(""));
		for (String attributes : List.of("", "replaceIfExists: true")) {
			this.changelog.edit(other(attributes), "");
			assertThatThrownBy(this.changelog::update).hasStackTraceContaining("fires for an event, which is ITEMS_W");
		}
		this.changelog.edit(other("disabled: true"), "");
		this.changelog.update();
		this.changelog.add("enableTrigger: { triggerName: other, tableName: items }");
		assertThatThrownBy(this.changelog::update).hasStackTraceContaining("fires for an event, which is ITEMS_W");
		this.changelog.edit("dropTrigger: { triggerName: items_written, tableName: items }", "");
		this.changelog.update("enableTrigger: { triggerName: other, tableName: items }");
		assertThat(tagsOfInsert("items")).containsExactly("second");
	}

	/** As its limits tell; the other databases refuse it. */
	@Test
	void anAfterTriggerOfAViewNeverFiresOnH2() throws Exception {
		assumeThat(this.database.is(TestDatabase.H2)).isTrue();
		this.changelog.update(onView("first", ""));
		this.changelog.update(other("").replace("INSTEAD OF", "AFTER"));
		assertThat(tagsOfInsert("items")).containsExactly("first");
	}

	/** Changes are validated before the first of them is made. */
	@Test
	void oneUpdateDropsATriggerAndCreatesOneOfAnotherName() throws Exception {
		this.changelog.update(onView("first", ""));
		this.changelog.add("dropTrigger: { triggerName: items_written, tableName: items }");
		this.changelog.update(other(""));
		assertThat(tagsOfInsert("items")).containsExactly("second");
	}

	private static String other(String attributes) {
		return onView("second", attributes).replace("triggerName: items_written", "triggerName: other");
	}

	@Test
	void aReplacedViewKeepsItsTriggers() throws Exception {
		this.changelog.update(onView("first", ""));
		List<Trigger> before = triggers();
		this.changelog.update(
				"createView: { viewName: items, replaceIfExists: true, selectQuery: 'select id, id as x from item' }");
		assertThat(triggers()).isEqualTo(before);
		assertThat(tagsOfInsert("items")).containsExactly("first");
	}

	@Test
	void aDisabledTriggerGoesWithItsView() throws Exception {
		this.changelog.update(onView("first", "disabled: true"));
		this.changelog.update("dropView: { viewName: items }");
		this.changelog.update("createView: { viewName: items, selectQuery: select id from item }");
		assertThat(triggers()).isEmpty();
		this.changelog.update(onView("second", "replaceIfExists: true"));
		assertThat(tagsOfInsert("items")).containsExactly("second");
	}

	/** Liquibase renames no views on H2, HSQLDB and SQLite. */
	@Test
	void aDisabledTriggerFollowsItsViewToANewName() throws Exception {
		assumeThat(this.database.is(TestDatabase.POSTGRESQL)).isTrue();
		this.changelog.update(onView("first", "disabled: true"));
		this.changelog.update("renameView: { oldViewName: items, newViewName: articles }");
		this.changelog.update("enableTrigger: { triggerName: items_written, tableName: articles }");
		assertThat(tagsOfInsert("articles")).containsExactly("first");
	}

	private static String onView(String tag, String attributes) {
		return Tagging.create("items_written", tag, attributes)
			.replace("tableName: item", "tableName: items")
			.replace("AFTER", "INSTEAD OF");
	}

}
