package dev.triggerview.event;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.triggerview.event.RandomBranchWork.Transaction;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.SkipExecutionHook;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The proof of meaning: the same random transactions run against row triggers of the
 * database, which write a log, and against the bridge. After each run the log of the
 * triggers is what the events of committed transactions said, row by row, in order, with
 * old and new values.
 * <p>
 * An ordinary build tries some six hundred transactions on each database, enough to find
 * a bridge that loses every third row of a flush at once, and the same each time: whether
 * a build passes is not for chance to say. For tens of thousands more:
 * {@code mvn verify -Dtest=EventsEqualTriggersTests -Dtrigger-view.test.tries=5000}; for
 * others, edit the seed. The report prints the shortest run that fails.
 */
@AddLifecycleHook(EventsEqualTriggersTests.Chosen.class)
class EventsEqualTriggersTests {

	private static final String SEED = "1";

	private static final Map<TestDatabase, RuntimeException> NOT_STARTED = new EnumMap<>(TestDatabase.class);

	private static FreshDatabase database;

	private static EventsApplication application;

	@AfterContainer
	static void close() {
		if (application != null) {
			application.close();
			database.close();
			application = null;
		}
	}

	@On(TestDatabase.POSTGRESQL)
	@Property(seed = SEED, edgeCases = EdgeCasesMode.NONE)
	void onPostgreSql(@ForAll("transactions") List<Transaction> transactions) {
		compare(TestDatabase.POSTGRESQL, transactions);
	}

	@On(TestDatabase.MARIADB)
	@Property(seed = SEED, edgeCases = EdgeCasesMode.NONE)
	void onMariaDb(@ForAll("transactions") List<Transaction> transactions) {
		compare(TestDatabase.MARIADB, transactions);
	}

	@On(TestDatabase.H2)
	@Property(seed = SEED, edgeCases = EdgeCasesMode.NONE)
	void onH2(@ForAll("transactions") List<Transaction> transactions) {
		compare(TestDatabase.H2, transactions);
	}

	@On(TestDatabase.HSQLDB)
	@Property(seed = SEED, edgeCases = EdgeCasesMode.NONE)
	void onHsqldb(@ForAll("transactions") List<Transaction> transactions) {
		compare(TestDatabase.HSQLDB, transactions);
	}

	@On(TestDatabase.SQLITE)
	@Property(seed = SEED, edgeCases = EdgeCasesMode.NONE)
	void onSqlite(@ForAll("transactions") List<Transaction> transactions) {
		compare(TestDatabase.SQLITE, transactions);
	}

	@Provide
	Arbitrary<List<Transaction>> transactions() {
		return RandomBranchWork.transactions();
	}

	private static void compare(TestDatabase kind, List<Transaction> transactions) {
		start(kind);
		RowLog log = new RowLog(database);
		log.clear();
		BranchRecorder recorder = application.bean(BranchRecorder.class);
		recorder.clear();
		transactions.forEach((transaction) -> transaction.run(application));
		assertThat(recorder.committed()).as("what the events said, compared with the log of the triggers")
			.isEqualTo(recorder.asToldByEvents(log.lines()));
		if (!recorder.heardOfBulk()) {
			assertThat(recorder.tables()).as("the tables after the committed changes").isEqualTo(log.tables());
		}
	}

	/** A database that does not start fails once, and not in each step of shrinking. */
	private static void start(TestDatabase kind) {
		if (NOT_STARTED.containsKey(kind)) {
			throw NOT_STARTED.get(kind);
		}
		if (application == null || database.kind() != kind) {
			close();
			try {
				database = kind.create();
				application = EventsApplication.start(database, BranchRecorder.class);
				new RowLog(database).create();
			}
			catch (RuntimeException ex) {
				NOT_STARTED.put(kind, ex);
				throw ex;
			}
		}
	}

	@Retention(RetentionPolicy.RUNTIME)
	@interface On {

		TestDatabase value();

	}

	/** Reports what a narrowed build leaves out as skipped. */
	static class Chosen implements SkipExecutionHook {

		@Override
		public SkipResult shouldBeSkipped(LifecycleContext context) {
			return context.findAnnotation(On.class)
				.filter((on) -> !TestDatabase.available().contains(on.value()))
				.map((on) -> SkipResult.skip("this build runs on " + TestDatabase.available()))
				.orElseGet(SkipResult::doNotSkip);
		}

		@Override
		public PropagationMode propagateTo() {
			return PropagationMode.ALL_DESCENDANTS;
		}

	}

}
