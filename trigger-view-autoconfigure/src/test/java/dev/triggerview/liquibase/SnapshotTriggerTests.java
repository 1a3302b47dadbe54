package dev.triggerview.liquibase;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** When two triggers of snapshots are the same. */
class SnapshotTriggerTests {

	@Test
	void nameAndTableAndSchemaTellTriggersApart() {
		Trigger trigger = trigger("stamp", "app", "account");
		assertThat(trigger).isEqualTo(trigger("stamp", "app", "account"))
			.hasSameHashCodeAs(trigger("stamp", "app", "account"))
			.isNotEqualTo(trigger("log", "app", "account"))
			.isNotEqualTo(trigger("stamp", "audit", "account"))
			.isNotEqualTo(trigger("stamp", "app", "customer"));
	}

	@Test
	void aNameThatLooksLikeNameAndTableIsAnother() {
		assertThat(trigger("stamp on app.account", null, "log")).hasToString("stamp on app.account on log")
			.isNotEqualTo(trigger("stamp", null, "app.account on log"));
	}

	@Test
	void aNewNameHasItsOwnHash() {
		Trigger renamed = trigger("stamp", "app", "account");
		int before = renamed.hashCode();
		renamed.setName("log");
		assertThat(renamed).hasSameHashCodeAs(trigger("log", "app", "account"));
		assertThat(renamed.hashCode()).isNotEqualTo(before);
	}

	private static Trigger trigger(String name, String schema, String table) {
		Trigger trigger = new Trigger();
		trigger.setName(name);
		trigger.setAttribute("schemaName", schema);
		trigger.setAttribute("tableName", table);
		return trigger;
	}

}
