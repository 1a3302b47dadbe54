package dev.triggerview.trigger;

/**
 * A reason why a database cannot express a trigger.
 *
 * @param database the name of the database
 * @param trigger the trigger and its table, for people to read
 * @param attribute the part of the definition that is in the way, named as in a changelog
 * @param reason what the database lacks
 * @param remedy what the author of the definition can do
 */
public record TriggerProblem(String database, String trigger, String attribute, String reason, String remedy) {

	/** Return the whole as one sentence. */
	@Override
	public String toString() {
		return "%s, trigger %s, attribute '%s': %s; %s".formatted(this.database, this.trigger, this.attribute,
				this.reason, this.remedy);
	}

}
