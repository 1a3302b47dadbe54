package dev.triggerview.benchmarks.events;

import org.openjdk.jmh.annotations.Benchmark;

/** Reads accounts and updates each of them in one transaction. */
public class UpdateAccounts extends WriteAccounts {

	@Override
	public void clear() {
		super.clear();
		this.accounts.insert(this.variant, this.size);
	}

	@Benchmark
	public void update() {
		this.accounts.update(this.variant);
	}

}
