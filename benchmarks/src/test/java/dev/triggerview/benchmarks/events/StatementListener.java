package dev.triggerview.benchmarks.events;

import dev.triggerview.event.FlushedChanges;

import org.springframework.context.event.EventListener;

/** Hears once of all rows that a flush has written. */
class StatementListener {

	private final MemoryLog log;

	StatementListener(MemoryLog log) {
		this.log = log;
	}

	@EventListener
	void flushed(FlushedChanges<Account> changes) {
		changes.forEach((change) -> this.log.add(change.entity()));
	}

}
