package dev.triggerview.trigger;

/** No lock: the statements are one step so that all are undone when one fails. */
record NoLock() implements TableLock {

}
