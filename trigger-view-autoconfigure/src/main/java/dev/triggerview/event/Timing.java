package dev.triggerview.event;

/** Whether a listener is called before or after a row is written. */
public enum Timing {

	/** Before the row is written: the listener can change or refuse it. */
	BEFORE,

	/** After the rows of a flush are written: the listener can query and write. */
	AFTER

}
