package dev.triggerview.benchmarks.events;

import java.util.EnumMap;
import java.util.Map;

import dev.triggerview.benchmarks.Side;
import dev.triggerview.benchmarks.TwoSides;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import org.springframework.context.ConfigurableApplicationContext;

/** Two applications that write accounts: one hears of it, the other has no bridge. */
@State(Scope.Benchmark)
public abstract class WriteAccounts extends TwoSides {

	@Param
	public Bridge variant;

	@Param("1")
	public int size;

	private final Map<Side, ConfigurableApplicationContext> applications = new EnumMap<>(Side.class);

	/** The way to hear that belongs to the side whose turn it is. */
	Bridge bridge;

	/** The accounts of the side whose turn it is. */
	Accounts accounts;

	@Setup
	public void start() {
		for (Side side : Side.values()) {
			this.applications.put(side, EventsApplication.start(bridge(side), side.springProperties()));
		}
	}

	@Override
	protected void prepare(Side side) {
		this.bridge = bridge(side);
		this.accounts = this.applications.get(side).getBean(Accounts.class);
		this.accounts.clear();
	}

	private Bridge bridge(Side side) {
		return (side == Side.BASELINE) ? Bridge.NONE : this.variant;
	}

	@TearDown
	public void stop() {
		this.applications.values().forEach(ConfigurableApplicationContext::close);
	}

}
