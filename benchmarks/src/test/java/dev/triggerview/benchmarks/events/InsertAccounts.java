package dev.triggerview.benchmarks.events;

import org.openjdk.jmh.annotations.Benchmark;

/** Inserts accounts in one transaction. */
public class InsertAccounts extends WriteAccounts {

	@Benchmark
	public void insert() {
		this.accounts.insert(this.bridge, this.size);
	}

}
