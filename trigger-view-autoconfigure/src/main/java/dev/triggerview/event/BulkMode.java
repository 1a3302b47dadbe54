package dev.triggerview.event;

/** What a bulk statement on the table of an entity with listeners does. */
public enum BulkMode {

	/** It is executed, and a {@link BulkChange} tells of it. */
	PUBLISH,

	/** It fails before it is executed, because no listener would see its rows. */
	REFUSE,

	/** It is executed, and nobody is told. */
	IGNORE

}
