package dev.triggerview.liquibase;

import dev.triggerview.trigger.TriggerState;
import liquibase.change.DatabaseChange;

/**
 * Keeps a trigger from running. Where the database has no such state, the trigger is
 * dropped and its definition kept in our store.
 */
@DatabaseChange(name = "disableTrigger", description = "Disables a trigger", priority = 0)
public class DisableTriggerChange extends TriggerStateChange {

	/** Create the change; its attributes are set afterwards. */
	public DisableTriggerChange() {
		super(TriggerState.DISABLED);
	}

}
