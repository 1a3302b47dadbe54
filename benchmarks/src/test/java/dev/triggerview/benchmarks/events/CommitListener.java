package dev.triggerview.benchmarks.events;

import dev.triggerview.event.CommittedChanges;

import org.springframework.context.event.EventListener;

/** Hears once of what a transaction has committed. */
class CommitListener {

	private final MemoryLog log;

	CommitListener(MemoryLog log) {
		this.log = log;
	}

	@EventListener
	void committed(CommittedChanges<Account> changes) {
		changes.forEach((change) -> this.log.add(change.entity()));
	}

}
