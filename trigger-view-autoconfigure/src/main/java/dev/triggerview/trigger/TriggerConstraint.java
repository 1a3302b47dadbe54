package dev.triggerview.trigger;

/** When the trigger of a constraint is checked; PostgreSQL 18, CREATE TRIGGER. */
public enum TriggerConstraint {

	/** At the end of the statement, always. */
	NOT_DEFERRABLE,

	/** At the end of the statement, unless the transaction defers it. */
	INITIALLY_IMMEDIATE,

	/** At the end of the transaction, unless the transaction asks for it earlier. */
	INITIALLY_DEFERRED;

	/** Return whether a transaction may choose the moment of the check. */
	public boolean deferrable() {
		return this != NOT_DEFERRABLE;
	}

}
