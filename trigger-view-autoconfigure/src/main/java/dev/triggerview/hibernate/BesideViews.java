package dev.triggerview.hibernate;

/** A persister of an entity of a table that has views beside it. */
interface BesideViews {

	ViewsBeside viewsBeside();

}
