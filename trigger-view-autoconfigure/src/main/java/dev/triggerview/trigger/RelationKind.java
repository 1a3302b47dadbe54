package dev.triggerview.trigger;

/** What a relation is. */
public enum RelationKind {

	/** A table. */
	TABLE,

	/** A table divided into partitions. */
	PARTITIONED_TABLE,

	/** A view. */
	VIEW,

	/** A view whose rows are stored. */
	MATERIALIZED_VIEW,

	/** A table of another server. */
	FOREIGN_TABLE

}
