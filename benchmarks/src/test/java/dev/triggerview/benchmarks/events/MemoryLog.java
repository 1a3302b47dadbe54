package dev.triggerview.benchmarks.events;

/** What a listener does with a row here: as little as possible. One thread writes. */
class MemoryLog {

	private long rows;

	void add(Object row) {
		if (row instanceof AbstractAccount) {
			this.rows++;
		}
	}

	long rows() {
		return this.rows;
	}

}
