package dev.triggerview.trigger;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/** What a definition can ask of a database, and what a database can do with a trigger. */
public enum TriggerFeature {

	/** A trigger that runs before the write. */
	BEFORE("timing", "there are no BEFORE triggers", "declare AFTER or INSTEAD OF in a change of its own",
			(trigger) -> trigger.timing() == TriggerTiming.BEFORE),

	/** A trigger that replaces the write to a view. */
	INSTEAD_OF("timing", "there are no INSTEAD OF triggers", "put the trigger on the tables below the view",
			(trigger) -> trigger.timing() == TriggerTiming.INSTEAD_OF),

	/** A trigger with sections for several moments. */
	COMPOUND("timing", "a compound trigger cannot be composed from attributes", "write its complete CREATE statement",
			(trigger) -> trigger.timing() == TriggerTiming.COMPOUND),

	/** A trigger that runs for each row. */
	ROW_LEVEL("forEach", "there are no row triggers", "declare STATEMENT and read the transition tables",
			(trigger) -> trigger.level() == TriggerLevel.ROW),

	/** A trigger that runs once for a statement. */
	STATEMENT_LEVEL("forEach", "there are no statement triggers", "declare ROW",
			(trigger) -> trigger.level() == TriggerLevel.STATEMENT),

	/** A trigger that reacts to {@code TRUNCATE}. */
	TRUNCATE("events", "TRUNCATE fires no trigger", "leave TRUNCATE out and refuse it by privileges",
			(trigger) -> trigger.events().contains(TriggerEvent.TRUNCATE)),

	/** One trigger for several events; otherwise it becomes several triggers. */
	SEVERAL_EVENTS("events", "a trigger has one event only", "declare one trigger for each event",
			(trigger) -> trigger.events().size() > 1),

	/** A trigger that reacts to the update of certain columns. */
	UPDATE_COLUMNS("updateColumns", "a trigger cannot react to certain columns", "compare the columns in the body",
			(trigger) -> !trigger.updateColumns().isEmpty()),

	/** A condition under which the trigger runs. */
	WHEN("when", "a trigger has no condition", "test the condition in the body", (trigger) -> trigger.when() != null),

	/** Own names for the old and new row. */
	ROW_NAMES("oldRow, newRow", "the rows cannot be renamed", "use the names OLD and NEW in the body",
			(trigger) -> trigger.transitions().renameRows()),

	/** Names for the old and new rows of the whole statement. */
	TRANSITION_TABLES("oldTable, newTable", "there are no named transition tables", "use a row trigger",
			(trigger) -> trigger.transitions().nameTables()),

	/** A trigger that runs directly after another. */
	FOLLOWS("follows", "a trigger cannot be placed after another", "leave it out, or merge the two bodies",
			(trigger) -> trigger.order().follows() != null),

	/** A trigger that runs directly before another. */
	PRECEDES("precedes", "a trigger cannot be placed before another", "leave it out, or merge the two bodies",
			(trigger) -> trigger.order().precedes() != null),

	/** A constraint trigger, whose check can wait for the end of the transaction. */
	CONSTRAINT("constraint, deferrable, initiallyDeferred", "there are no constraint triggers",
			"use an ordinary AFTER trigger or a constraint", (trigger) -> trigger.constraint() != null),

	/** A trigger that calls an existing function. */
	FUNCTION_CALL("functionName, functionArguments", "a trigger cannot call a trigger function",
			"give a body or a variant", (trigger) -> trigger.action() instanceof TriggerAction.FunctionCall),

	/** A trigger that calls a Java class. */
	JAVA_CLASS("javaClass", "a trigger cannot call a Java class", "give a body or a variant",
			(trigger) -> trigger.action() instanceof TriggerAction.JavaClass),

	/** Options of the function that the body becomes. */
	FUNCTION_OPTIONS("language, securityDefiner, searchPath", "a body is not a function of its own",
			"leave them out or limit the change by dbms",
			(trigger) -> !trigger.functionOptions().equals(FunctionOptions.DEFAULT)),

	/** An account whose rights the trigger runs with. */
	DEFINER("definer", "the account cannot be chosen", "create the trigger with that account",
			(trigger) -> trigger.definer() != null),

	/** A trigger that can be switched off. */
	DISABLED("enabled, disabled", "a trigger cannot be disabled", "leave it out",
			(trigger) -> trigger.state() == TriggerState.DISABLED),

	/** Firing modes for replication. */
	FIRING_MODES("enabled", "there are no firing modes REPLICA and ALWAYS", "use true or false",
			(trigger) -> trigger.state() == TriggerState.REPLICA || trigger.state() == TriggerState.ALWAYS),

	/** A comment in the catalog. */
	REMARKS("remarks", "a trigger has no comment in the catalog", "use the attribute comment of the change",
			(trigger) -> trigger.remarks() != null),

	/** Replacement of a trigger by one statement. */
	REPLACE("replaceIfExists", "a trigger cannot be replaced by one statement", "drop it before", (trigger) -> false),

	/** Renaming by one statement. */
	RENAME("newTriggerName", "a trigger cannot be renamed by one statement", "drop it and create it again",
			(trigger) -> false),

	/** Statements on triggers that a rollback of the transaction undoes. */
	TRANSACTIONAL_DDL("", "each statement on a trigger commits", "keep one change in a change set", (trigger) -> false);

	private static final Set<TriggerFeature> AFTERWARDS = EnumSet.of(DISABLED, FIRING_MODES, REMARKS);

	private final String attribute;

	private final String reason;

	private final String remedy;

	private final Predicate<TriggerDefinition> used;

	TriggerFeature(String attribute, String reason, String remedy, Predicate<TriggerDefinition> used) {
		this.attribute = attribute;
		this.reason = reason;
		this.remedy = remedy;
		this.used = used;
	}

	/** A complete statement says everything but what is set by statements after it. */
	boolean usedBy(TriggerDefinition trigger) {
		boolean inStatement = trigger.action() instanceof TriggerAction.CompleteStatement && !AFTERWARDS.contains(this);
		return !inStatement && this.used.test(trigger);
	}

	TriggerProblem problem(String database, TriggerDefinition trigger) {
		return new TriggerProblem(database, trigger.name() + " on " + trigger.table(), this.attribute, this.reason,
				this.remedy);
	}

}
