package dev.triggerview.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A method whose iterations wait for their {@linkplain Turns turns}, if there are others
 * to take turns with. What a subclass prepares for an iteration happens in its turn.
 */
@State(Scope.Benchmark)
public abstract class TakesTurns {

	static final String PORT = "benchmark.turns";

	private @Nullable Socket others;

	@Setup(Level.Trial)
	public final void join() throws IOException {
		Integer port = Integer.getInteger(PORT);
		this.others = (port != null) ? new Socket(InetAddress.getLoopbackAddress(), port) : null;
	}

	@Setup(Level.Iteration)
	public final void takeTurn() throws IOException {
		if (this.others != null) {
			this.others.getOutputStream().write(Turns.READY);
			if (this.others.getInputStream().read() != Turns.GO) {
				throw new IllegalStateException("Another variant has failed");
			}
		}
	}

	@TearDown(Level.Iteration)
	public final void passTurn() throws IOException {
		if (this.others != null) {
			this.others.getOutputStream().write(Turns.DONE);
		}
	}

	@TearDown(Level.Trial)
	public final void leave() throws IOException {
		if (this.others != null) {
			this.others.close();
		}
	}

}
