package dev.triggerview.trigger;

import java.util.List;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.trigger.TriggerDialect.Support;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Fires triggers that react to some columns, or under a condition. */
@EachDatabase({ TestDatabase.POSTGRESQL, TestDatabase.MARIADB, TestDatabase.H2, TestDatabase.HSQLDB,
		TestDatabase.SQLITE, TestDatabase.POSTGRESQL_14, TestDatabase.MARIADB_10_6, TestDatabase.MYSQL })
class TriggerConditionTests extends FiredTriggers {

	TriggerConditionTests(FreshDatabase database) throws Exception {
		super(database);
	}

	@Test
	void reactsToTheUpdateOfItsColumnsOnly() {
		TriggerDefinition.Builder trigger = logging("x").events(TriggerEvent.UPDATE)
			.updateColumns(List.of(column("a")));
		if (refused(TriggerFeature.UPDATE_COLUMNS, trigger)) {
			return;
		}
		create(trigger);
		this.database.execute("insert into item values (1, null, 1)", "update item set b = 2");
		assertThat(log()).isEmpty();
		this.database.execute("update item set a = 'a'");
		assertThat(log()).hasSize(1);
		this.database.execute("update item set a = 'A'");
		assertThat(log()).hasSize(2);
		this.database.execute("update item set a = null");
		assertThat(log()).hasSize(3);
	}

	/** The limit of MySQL and MariaDB that the support matrix names. */
	@Test
	void firesForAnAssignmentThatChangesNothingWhereUpdateOfIsNative() {
		TriggerDefinition.Builder trigger = logging("x").events(TriggerEvent.UPDATE)
			.updateColumns(List.of(column("a")));
		if (refused(TriggerFeature.UPDATE_COLUMNS, trigger)) {
			return;
		}
		create(trigger);
		this.database.execute("insert into item values (1, 'a', 1)", "update item set a = a");
		boolean isNative = this.dialect.support(TriggerFeature.UPDATE_COLUMNS) == Support.NATIVE;
		assertThat(log()).hasSize(isNative ? 1 : 0);
		assertThat(this.dialect.caveats(trigger.build())).hasSize(isNative ? 0 : 1);
	}

	@Test
	void updateColumnsDoNotKeepOtherEventsOut() {
		TriggerDefinition.Builder trigger = logging("x").events(TriggerEvent.INSERT, TriggerEvent.UPDATE)
			.updateColumns(List.of(column("a")));
		if (refused(TriggerFeature.UPDATE_COLUMNS, trigger)) {
			return;
		}
		create(trigger);
		this.database.execute("insert into item values (1, 'a', 1)", "update item set b = 3");
		assertThat(log()).hasSize(1);
	}

	@Test
	void runsUnderItsCondition() {
		TriggerDefinition.Builder trigger = logging("x").when("NEW.b > 10 OR NEW.a = ')' -- or\n");
		if (refused(TriggerFeature.WHEN, trigger)) {
			return;
		}
		create(trigger);
		this.database.execute("insert into item values (1, 'a', 10)", "insert into item values (2, 'a', null)");
		assertThat(log()).isEmpty();
		this.database.execute("insert into item values (3, 'a', 11)", "insert into item values (4, ')', 1)");
		assertThat(log()).hasSize(2);
	}

	@Test
	void runsWhenColumnAndConditionAgree() {
		TriggerDefinition.Builder trigger = logging("x").events(TriggerEvent.UPDATE)
			.updateColumns(List.of(column("a")))
			.when("NEW.b > 10 -- the end");
		if (refused(TriggerFeature.WHEN, trigger)) {
			return;
		}
		create(trigger);
		this.database.execute("insert into item values (1, 'a', 1)", "update item set b = 11",
				"update item set a = 'b', b = 9");
		assertThat(log()).isEmpty();
		this.database.execute("update item set a = 'c', b = 11");
		assertThat(log()).hasSize(1);
	}

}
