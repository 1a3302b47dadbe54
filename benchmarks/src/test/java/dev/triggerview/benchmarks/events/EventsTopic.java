package dev.triggerview.benchmarks.events;

import java.util.Arrays;
import java.util.List;

import javax.sql.DataSource;

import dev.triggerview.benchmarks.Comparison;
import dev.triggerview.benchmarks.Comparison.Case;
import dev.triggerview.benchmarks.Effort;
import dev.triggerview.benchmarks.JmhRound;
import dev.triggerview.benchmarks.Report;
import dev.triggerview.benchmarks.Topic;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Events: what hearing of each row adds to writing it. */
public final class EventsTopic implements Topic {

	private static final int CHECKED = 120;

	@Override
	public String name() {
		return "events";
	}

	@Override
	public void measure(Effort effort, Report report) {
		Comparison insert = report.compare("Inserting entities, batches of 50", "entities", Bridge.NONE.toString());
		Comparison update = report.compare("Reading and updating entities, batches of 50", "entities",
				Bridge.NONE.toString());
		for (TestDatabase kind : effort.databases()) {
			for (Bridge bridge : Bridge.values()) {
				check(bridge, kind, insert, update);
			}
		}
		List<Integer> sizes = effort.sizes(5, 1_000);
		measure(effort, insert, InsertAccounts.class, sizes);
		measure(effort, update, UpdateAccounts.class, sizes);
	}

	private void measure(Effort effort, Comparison comparison, Class<?> benchmark, List<Integer> sizes) {
		JmhRound round = new JmhRound(benchmark, effort);
		for (int number = 0; number < effort.rounds(); number++) {
			for (TestDatabase kind : effort.timedDatabases()) {
				try (FreshDatabase database = kind.create()) {
					round.run(comparison, database, Arrays.asList(Bridge.values()), sizes, "entity");
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
