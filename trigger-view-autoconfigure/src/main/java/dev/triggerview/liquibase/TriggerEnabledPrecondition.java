package dev.triggerview.liquibase;

/** Holds when there is a trigger of a name and it runs, in any firing mode. */
public class TriggerEnabledPrecondition extends TriggerExistsPrecondition {

	@Override
	public String getName() {
		return "triggerEnabled";
	}

	@Override
	boolean fits(dev.triggerview.trigger.Trigger trigger) {
		return trigger.enabled();
	}

	@Override
	String failure() {
		return "There is no enabled trigger " + trigger();
	}

}
