package dev.triggerview.trigger;

/**
 * What a database tells of the rows of a statement on a view that {@code INSTEAD OF}
 * triggers carry out.
 */
public enum TriggeredRows {

	/** For how many rows the triggers were called. */
	COUNTED,

	/** Whether they have changed anything, by the changes of the connection so far. */
	WATCHED,

	/** Nothing to rely on. */
	UNKNOWN

}
