package dev.triggerview.benchmarks.events;

import java.util.List;

import dev.triggerview.benchmarks.Comparison;
import dev.triggerview.benchmarks.Comparison.Case;
import dev.triggerview.benchmarks.Effort;
import dev.triggerview.benchmarks.JmhPair;
import dev.triggerview.benchmarks.Report;
import dev.triggerview.benchmarks.Target;
import dev.triggerview.benchmarks.Topic;
import dev.triggerview.benchmarks.TwoSides;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;

import org.springframework.context.ConfigurableApplicationContext;

/** What hearing of each row adds to writing it. */
public final class EventsTopic implements Topic {

	private static final int CHECKED = 120;

	private static final List<Bridge> ALL = List.of(Bridge.values());

	private final String work;

	private final Class<? extends TwoSides> benchmark;

	private final List<Bridge> bridges;

	private final Integer[] sizes;

	private EventsTopic(String work, Class<? extends TwoSides> benchmark, List<Bridge> bridges, Integer... sizes) {
		this.work = work;
		this.benchmark = benchmark;
		this.bridges = bridges;
		this.sizes = sizes;
	}

	/** Return the topic of inserting, by all ways to hear of it. */
	public static Topic insert() {
		return new EventsTopic("insert", InsertAccounts.class, ALL, 1_000);
	}

	/** Return the topic of reading and updating, by all ways to hear of it. */
	public static Topic update() {
		return new EventsTopic("update", UpdateAccounts.class, ALL, 1_000);
	}

	/** Return the topic of large transactions. */
	public static Topic growth() {
		return new EventsTopic("growth", InsertAccounts.class, List.of(Bridge.NONE, Bridge.CHANGING), 25_000, 50_000,
				100_000);
	}

	@Override
	public String name() {
		return "events-" + this.work;
	}

	@Override
	public void measure(Effort effort, Report report) {
		Comparison comparison = report.compare("Entities in one transaction, batches of 50: " + this.work, "entities",
				Bridge.NONE.toString());
		comparison.target(Target.ratio(Bridge.UNUSED.toString(), 1.01));
		comparison.target(Target.ratio(Bridge.STATEMENT_LISTENER.toString(), 1.05));
		comparison.target(Target.ratio(Bridge.COMMIT_LISTENER.toString(), 1.15));
		comparison.target(Target.ratio(Bridge.ROW_LISTENER.toString(), 1.25));
		comparison.target(Target.ratio(Bridge.TEN_ROW_LISTENERS.toString(), 1.6));
		comparison.target(Target.linear(Bridge.CHANGING.toString(), 1.1));
		for (TestDatabase kind : checked(effort)) {
			List<Bridge> checked = effort.smoke() ? this.bridges : effort.timedVariants(this.bridges);
			checked.forEach((bridge) -> check(bridge, kind, comparison));
		}
		JmhPair pair = new JmhPair(this.benchmark, effort);
		for (int round = 0; round < effort.rounds(); round++) {
			effort.timedDatabases().forEach((kind) -> measure(pair, effort, kind, comparison));
		}
	}

	private void measure(JmhPair pair, Effort effort, TestDatabase kind, Comparison comparison) {
		List<Bridge> variants = effort.timedVariants(this.bridges);
		for (int size : effort.sizes(5, this.sizes)) {
			variants.stream()
				.filter((bridge) -> bridge != Bridge.NONE)
				.forEach((bridge) -> pair.run(comparison, new Case(bridge.toString(), kind, size), bridge, "entity"));
		}
	}

	/**
	 * A smoke run that has compared the bridges for one topic does not repeat it
	 * everywhere.
	 */
	private List<TestDatabase> checked(Effort effort) {
		return this.work.equals("insert") ? effort.databases() : effort.timedDatabases();
	}

	private static void check(Bridge bridge, TestDatabase kind, Comparison comparison) {
		try (FreshDatabase database = kind.create();
				ConfigurableApplicationContext context = EventsApplication.start(bridge, database.springProperties())) {
			Accounts accounts = context.getBean(Accounts.class);
			accounts.insert(bridge, CHECKED);
			accounts.update(bridge);
			comparison.answer(new Case(bridge.toString(), kind, CHECKED),
					database.rows("select id, owner, amount from account order by id"));
			bridge.requireHeard(context, 2 * CHECKED);
		}
	}

}
