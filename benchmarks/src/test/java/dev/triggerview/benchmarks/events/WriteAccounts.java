package dev.triggerview.benchmarks.events;

import dev.triggerview.benchmarks.TakesTurns;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import org.springframework.context.ConfigurableApplicationContext;

/** An application that writes accounts, started anew for each variant. */
@State(Scope.Benchmark)
public abstract class WriteAccounts extends TakesTurns {

	@Param
	public Bridge variant;

	@Param("1")
	public int size;

	private ConfigurableApplicationContext context;

	Accounts accounts;

	@Setup
	public void start() {
		this.context = EventsApplication.start(this.variant);
		this.accounts = this.context.getBean(Accounts.class);
	}

	@Setup(Level.Iteration)
	public void clear() {
		this.accounts.clear();
	}

	@TearDown
	public void stop() {
		this.context.close();
	}

}
