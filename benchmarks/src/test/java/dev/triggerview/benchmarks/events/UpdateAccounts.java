package dev.triggerview.benchmarks.events;

import dev.triggerview.benchmarks.Side;
import org.openjdk.jmh.annotations.Benchmark;

/** Reads accounts and updates each of them in one transaction. */
public class UpdateAccounts extends WriteAccounts {

	@Override
	protected void prepare(Side side) {
		super.prepare(side);
		this.accounts.insert(this.bridge, this.size);
	}

	@Benchmark
	public void update() {
		this.accounts.update(this.bridge);
	}

}
