package dev.triggerview.benchmarks.events;

import java.util.concurrent.atomic.LongAdder;

/** What a listener does with a row here: as little as possible. */
class MemoryLog {

	private final LongAdder rows = new LongAdder();

	void add(Object row) {
		if (row instanceof AbstractAccount) {
			this.rows.increment();
		}
	}

	long rows() {
		return this.rows.sum();
	}

}
