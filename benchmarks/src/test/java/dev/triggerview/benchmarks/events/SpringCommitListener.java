package dev.triggerview.benchmarks.events;

import dev.triggerview.event.AfterInsert;
import dev.triggerview.event.AfterUpdate;

import org.springframework.transaction.event.TransactionalEventListener;

/** Hears of each row when its transaction has committed. */
class SpringCommitListener {

	private final MemoryLog log;

	SpringCommitListener(MemoryLog log) {
		this.log = log;
	}

	@TransactionalEventListener
	void inserted(AfterInsert<Account> event) {
		this.log.add(event.entity());
	}

	@TransactionalEventListener
	void updated(AfterUpdate<Account> event) {
		this.log.add(event.entity());
	}

}
