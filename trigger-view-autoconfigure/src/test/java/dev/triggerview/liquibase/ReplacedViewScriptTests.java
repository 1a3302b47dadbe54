package dev.triggerview.liquibase;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.trigger.Trigger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

/** MySQL and MariaDB have no triggers on views. */
@EachDatabase({ TestDatabase.POSTGRESQL, TestDatabase.H2, TestDatabase.HSQLDB, TestDatabase.SQLITE })
class ReplacedViewScriptTests extends ItemTriggers {

	private static final String DISABLE = "disableTrigger: { triggerName: items_written, tableName: items }";

	private static final String ENABLE = "enableTrigger: { triggerName: items_written, tableName: items }";

	private static final String RENAME = "renameTrigger: { oldTriggerName: items_written, newTriggerName: b, "
			+ "tableName: items }";

	private final TriggersInOrder inOrder;

	ReplacedViewScriptTests(FreshDatabase database) {
		super(database);
		this.inOrder = new TriggersInOrder(database);
	}

	@BeforeEach
	void view() throws Exception {
		this.changelog.update("createView: { viewName: items, selectQuery: select id from item }");
	}

	/** A script that fails leaves the lock that it has taken. */
	@AfterEach
	void release() throws Exception {
		this.changelog.run((liquibase) -> liquibase.forceReleaseLocks());
	}

	@Test
	void itKeepsTheTriggersThatAreThere() throws Exception {
		this.changelog.update(onView("first", ""));
		theScriptDoesWhatAnUpdateDoes(replaced("1"), replaced("2"));
		assertThat(tagsOfInsert("items")).containsExactly("first");
	}

	@Test
	void itKeepsTheTriggersThatItHasMade() throws Exception {
		theScriptDoesWhatAnUpdateDoes(onView("first", ""), replaced("1"), onView("second", "replaceIfExists: true"),
				replaced("2"), RENAME, replaced("3"));
		assertThat(names()).containsExactly("b");
		assertThat(tagsOfInsert("items")).containsExactly("second");
	}

	@Test
	void itKeepsDisabledTriggersDisabled() throws Exception {
		this.changelog.update(onView("first", ""));
		theScriptDoesWhatAnUpdateDoes(DISABLE, replaced("1"), replaced("2"));
		theScriptDoesWhatAnUpdateDoes(ENABLE);
		assertThat(tagsOfInsert("items")).containsExactly("first");
	}

	@Test
	void itLeavesATriggerDroppedThatItHasDropped() throws Exception {
		this.changelog.update(onView("first", ""));
		theScriptDoesWhatAnUpdateDoes("dropTrigger: { triggerName: items_written, tableName: items }", replaced("1"));
		assertThat(triggers()).isEmpty();
	}

	@Test
	void theScriptOfARollbackKeepsThem() throws Exception {
		this.changelog.update(onView("first", ""));
		List<Trigger> before = triggers();
		add(replaced("1"));
		this.changelog.update();
		runRollbackSql(1);
		assertThat(triggers()).isEqualTo(before);
		assertThat(tagsOfInsert("items")).containsExactly("first");
	}

	/** What is there by then, nobody has written down. */
	@Test
	void theScriptOfARollbackIsRefusedWhereItChangesThemBefore() throws Exception {
		assumeThat(this.database.is(TestDatabase.HSQLDB, TestDatabase.SQLITE)).as("the view is dropped").isTrue();
		this.changelog.update(onView("first", ""));
		add(replaced("1"));
		this.changelog.update();
		this.changelog.update(DISABLE);
		List<Trigger> before = triggers();
		assertThatThrownBy(() -> runRollbackSql(2))
			.hasStackTraceContaining(
					"has when a script drops it and creates it again, as Liquibase does in change set ")
			.hasStackTraceContaining("write one script for each of them");
		assertThat(triggers()).isEqualTo(before);
	}

	@Test
	void aScriptIsRefusedBehindSqlThatNamesTheView() throws Exception {
		assumeThat(this.database.is(TestDatabase.HSQLDB, TestDatabase.SQLITE)).as("the view is dropped").isTrue();
		this.changelog.add("sql: { sql: 'create trigger a instead of insert on items ...' }");
		add(replaced("1"));
		assertThatThrownBy(this.changelog::updateSql).hasStackTraceContaining("write one script for each of them");
		this.changelog.forgetLast();
		this.changelog.forgetLast();
	}

	@Test
	void aChangeSetThatReplacesTheViewTwiceChangesNoTriggersBetween() throws Exception {
		assumeThat(this.database.is(TestDatabase.HSQLDB, TestDatabase.SQLITE)).as("the view is dropped").isTrue();
		this.changelog.update(onView("first", ""));
		this.changelog.add(replaced("1") + " }, { " + RENAME + " }, { " + replaced("2"));
		assertThatThrownBy(this.changelog::updateSql).hasStackTraceContaining("write one script for each of them");
		this.changelog.edit(replaced("1") + " }, { " + replaced("2") + " }, { " + RENAME, "");
		new DatabaseClient(this.database).run(this.changelog.updateSql());
		assertThat(names()).containsExactly("b");
		assertThat(tagsOfInsert("items")).containsExactly("first");
	}

	private void theScriptDoesWhatAnUpdateDoes(String... changes) throws Exception {
		List<List<String>> states = new ArrayList<>(List.of(this.inOrder.state()));
		for (String change : changes) {
			add(change);
			this.changelog.update();
			states.add(this.inOrder.state());
		}
		rollBackThrough(states);
		new DatabaseClient(this.database).run(this.changelog.updateSql());
		assertThat(this.inOrder.state()).isEqualTo(states.get(changes.length));
		rollBackThrough(states);
		this.changelog.update();
	}

	private void rollBackThrough(List<List<String>> states) throws Exception {
		for (int i = states.size() - 2; i >= 0; i--) {
			this.changelog.run((liquibase) -> liquibase.rollback(1, ""));
			assertThat(this.inOrder.state()).as("after %s changes", i).isEqualTo(states.get(i));
		}
	}

	private void runRollbackSql(int count) throws Exception {
		StringWriter script = new StringWriter();
		this.changelog.run((liquibase) -> liquibase.rollback(count, "", script));
		new DatabaseClient(this.database).run(script.toString());
	}

	/** Liquibase's own rollback of the change would drop the view. */
	private void add(String change) throws Exception {
		boolean view = change.startsWith("createView");
		this.changelog.add(change, view ? "rollback: [ { " + replaced("0") + " } ]," : "");
	}

	private static String replaced(String column) {
		return "createView: { viewName: items, replaceIfExists: true, selectQuery: 'select id, %s as x from item' }"
			.formatted(column);
	}

	private static String onView(String tag, String attributes) {
		return Tagging.create("items_written", tag, attributes)
			.replace("tableName: item", "tableName: items")
			.replace("AFTER", "INSTEAD OF");
	}

}
