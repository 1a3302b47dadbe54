package dev.triggerview.benchmarks.events;

import dev.triggerview.event.AfterInsert;
import dev.triggerview.event.AfterUpdate;
import dev.triggerview.event.EntityTrigger;

/** Hears of each row that fulfils a condition, which all of them do. */
class ConditionListener {

	private final MemoryLog log;

	ConditionListener(MemoryLog log) {
		this.log = log;
	}

	@EntityTrigger(when = "new.amount > 0")
	void inserted(AfterInsert<Account> event) {
		this.log.add(event.entity());
	}

	@EntityTrigger(of = "amount", when = "new.amount > old.amount")
	void updated(AfterUpdate<Account> event) {
		this.log.add(event.entity());
	}

}
