package dev.triggerview.benchmarks.events;

import dev.triggerview.event.AfterInsert;
import dev.triggerview.event.AfterUpdate;

import org.springframework.context.event.EventListener;

/** Hears of each row. */
class RowListener {

	private final MemoryLog log;

	RowListener(MemoryLog log) {
		this.log = log;
	}

	@EventListener
	void inserted(AfterInsert<Account> event) {
		this.log.add(event.entity());
	}

	@EventListener
	void updated(AfterUpdate<Account> event) {
		this.log.add(event.entity());
	}

}
