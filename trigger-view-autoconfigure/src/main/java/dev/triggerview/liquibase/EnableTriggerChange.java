package dev.triggerview.liquibase;

import dev.triggerview.trigger.TriggerState;
import liquibase.change.DatabaseChange;

/**
 * Lets a disabled trigger run again. One that runs already, in any firing mode, stays as
 * it is.
 */
@DatabaseChange(name = "enableTrigger", description = "Enables a trigger", priority = 0)
public class EnableTriggerChange extends TriggerStateChange {

	/** Create the change; its attributes are set afterwards. */
	public EnableTriggerChange() {
		super(TriggerState.ENABLED);
	}

}
