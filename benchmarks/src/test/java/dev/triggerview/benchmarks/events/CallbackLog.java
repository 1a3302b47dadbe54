package dev.triggerview.benchmarks.events;

import jakarta.persistence.PostPersist;
import jakarta.persistence.PostUpdate;

/** A Spring bean that Jakarta Persistence calls back. */
class CallbackLog {

	private final MemoryLog log;

	CallbackLog(MemoryLog log) {
		this.log = log;
	}

	@PostPersist
	@PostUpdate
	void written(AbstractAccount account) {
		this.log.add(account);
	}

}
