package dev.triggerview.benchmarks;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A method that two variants execute, one iteration each in turn. What the iteration
 * costs its thread is counted from the end of its preparation.
 */
@State(Scope.Benchmark)
public abstract class TwoSides {

	private int iteration;

	/** Prepare an iteration of a side. */
	protected abstract void prepare(Side side);

	@Setup(Level.Iteration)
	public final void begin() {
		prepare(Side.of(this.iteration++));
		ThreadCost.begin();
	}

	@TearDown(Level.Iteration)
	public final void end() {
		ThreadCost.end();
	}

}
