package dev.triggerview.event;

/**
 * What happens to a row; the trigger events of ISO/IEC 9075-2.
 */
public enum Operation {

	/** A row comes into being: there is a new row and no old one. */
	INSERT,

	/** A row changes: there is an old row and a new one. */
	UPDATE,

	/** A row goes: there is an old row and no new one. */
	DELETE

}
