package dev.triggerview.benchmarks.events;

import java.util.List;

import dev.triggerview.benchmarks.Comparison;
import dev.triggerview.benchmarks.Comparison.Case;
import dev.triggerview.benchmarks.Effort;
import dev.triggerview.benchmarks.JmhRound;
import dev.triggerview.benchmarks.Report;
import dev.triggerview.benchmarks.Target;
import dev.triggerview.benchmarks.Topic;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;

import org.springframework.context.ConfigurableApplicationContext;

/** Events: what hearing of each row adds to writing it. */
public final class EventsTopic implements Topic {

	private static final int CHECKED = 120;

	@Override
	public String name() {
		return "events";
	}

	@Override
	public void measure(Effort effort, Report report) {
		String baseline = Bridge.NONE.toString();
		Comparison insert = report.compare("Inserting entities in one transaction", "entities", baseline);
		Comparison update = report.compare("Reading and updating entities in one transaction", "entities", baseline);
		Comparison growth = report.compare("Inserting many entities in one transaction", "entities", baseline);
		List.of(insert, update).forEach(EventsTopic::addTargets);
		growth.target(Target.linear(Bridge.CHANGING.toString(), 1.1));
		for (TestDatabase kind : effort.databases()) {
			for (Bridge bridge : Bridge.values()) {
				check(bridge, kind, insert, update);
			}
		}
		List<Integer> sizes = effort.sizes(5, 1_000);
		measure(effort, insert, InsertAccounts.class, List.of(Bridge.values()), sizes);
		measure(effort, update, UpdateAccounts.class, List.of(Bridge.values()), sizes);
		measure(effort, growth, InsertAccounts.class, List.of(Bridge.NONE, Bridge.CHANGING),
				effort.sizes(10, 25_000, 50_000, 100_000));
	}

	private static void addTargets(Comparison comparison) {
		comparison.target(Target.ratio(Bridge.UNUSED.toString(), 1.01));
		comparison.target(Target.ratio(Bridge.ROW_LISTENER.toString(), 1.25));
		comparison.target(Target.ratio(Bridge.TEN_ROW_LISTENERS.toString(), 1.6));
	}

	private void measure(Effort effort, Comparison comparison, Class<?> benchmark, List<Bridge> bridges,
			List<Integer> sizes) {
		JmhRound round = new JmhRound(benchmark, effort);
		for (int number = 0; number < effort.rounds(); number++) {
			for (TestDatabase kind : effort.timedDatabases()) {
				try (FreshDatabase database = kind.create()) {
					round.run(comparison, database, bridges, sizes, "entity");
				}
			}
		}
	}

	private void check(Bridge bridge, TestDatabase kind, Comparison insert, Comparison update) {
		try (FreshDatabase database = kind.create();
				ConfigurableApplicationContext context = EventsApplication.start(bridge, database.springProperties())) {
			Accounts accounts = context.getBean(Accounts.class);
			Case checked = new Case(bridge.toString(), kind, CHECKED);
			accounts.insert(bridge, CHECKED);
			insert.answer(checked, database.rows("select id, owner, amount from account order by id"));
			accounts.update(bridge);
			update.answer(checked, database.rows("select id, owner, amount from account order by id"));
			bridge.requireHeard(context, 2 * CHECKED);
		}
	}

}
