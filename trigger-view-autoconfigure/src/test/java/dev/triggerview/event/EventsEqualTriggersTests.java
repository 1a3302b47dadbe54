package dev.triggerview.event;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.triggerview.event.BranchWork.Bulk;
import dev.triggerview.event.BranchWork.Close;
import dev.triggerview.event.BranchWork.Dismiss;
import dev.triggerview.event.BranchWork.Flush;
import dev.triggerview.event.BranchWork.Hire;
import dev.triggerview.event.BranchWork.Merge;
import dev.triggerview.event.BranchWork.Open;
import dev.triggerview.event.BranchWork.Query;
import dev.triggerview.event.BranchWork.Rename;
import dev.triggerview.event.BranchWork.Stateless;
import dev.triggerview.event.BranchWork.TakenBack;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The proof of meaning: the same random transactions run against row triggers of the
 * database, which write a log, and against the bridge. After each run the log of the
 * triggers is what the events of committed transactions said, row by row, in order, with
 * old and new values.
 * <p>
 * An ordinary build tries a few dozen runs on each database. For tens of thousands:
 * {@code mvn verify -Dtest=EventsEqualTriggersTests -Dtrigger-view.test.tries=20000}. The
 * report of a failure prints the seed, and the shortest run that still fails.
 */
class EventsEqualTriggersTests {

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

	@Property(shrinking = ShrinkingMode.FULL)
	void onPostgreSql(@ForAll("transactions") List<Transaction> transactions) {
		compare(TestDatabase.POSTGRESQL, transactions);
	}

	@Property(shrinking = ShrinkingMode.FULL)
	void onMariaDb(@ForAll("transactions") List<Transaction> transactions) {
		compare(TestDatabase.MARIADB, transactions);
	}

	@Property(shrinking = ShrinkingMode.FULL)
	void onH2(@ForAll("transactions") List<Transaction> transactions) {
		compare(TestDatabase.H2, transactions);
	}

	@Property(shrinking = ShrinkingMode.FULL)
	void onHsqldb(@ForAll("transactions") List<Transaction> transactions) {
		compare(TestDatabase.HSQLDB, transactions);
	}

	@Property(shrinking = ShrinkingMode.FULL)
	void onSqlite(@ForAll("transactions") List<Transaction> transactions) {
		compare(TestDatabase.SQLITE, transactions);
	}

	@Provide
	Arbitrary<List<Transaction>> transactions() {
		return Combinators.combine(work().list().ofMinSize(1).ofMaxSize(8), Arbitraries.of(true, true, true, false))
			.as(Transaction::new)
			.list()
			.ofMinSize(1)
			.ofMaxSize(4);
	}

	private static Arbitrary<BranchWork> work() {
		Arbitrary<BranchWork> step = step();
		return Arbitraries.frequencyOf(Tuple.of(12, step),
				Tuple.of(1, Arbitraries.of("Ann", "Bob").injectNull(0.5).map(Bulk::new)),
				Tuple.of(1, step.list().ofMinSize(1).ofMaxSize(4).map(TakenBack::new)));
	}

	private static Arbitrary<BranchWork> step() {
		Arbitrary<Long> id = Arbitraries.longs().between(1, 3);
		Arbitrary<String> name = Arbitraries.of("Ann", "Bob", "Eve");
		Arbitrary<String> maybe = name.injectNull(0.5);
		return Arbitraries.oneOf(Combinators.combine(id, maybe, maybe).as(Open::new),
				Combinators.combine(id, maybe).as(Rename::new), Combinators.combine(id, maybe).as(Merge::new),
				Combinators.combine(id, Arbitraries.of(true, false), maybe).as(Close::new),
				Combinators.combine(id, id, maybe).as(Hire::new), id.map(Dismiss::new), Arbitraries.create(Flush::new),
				Arbitraries.of(true, false).map(Query::new), Combinators.combine(id, maybe).as(Stateless::new));
	}

	private static void compare(TestDatabase kind, List<Transaction> transactions) {
		if (!TestDatabase.available().contains(kind)) {
			return;
		}
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

	/** Some work that is committed or rolled back. */
	record Transaction(List<BranchWork> work, boolean commit) {

		void run(EventsApplication application) {
			if (this.commit) {
				application.inTransaction((em) -> run(application, em));
			}
			else {
				application.inTransactionRolledBack((em) -> {
					run(application, em);
					em.flush();
				});
			}
		}

		private void run(EventsApplication application, EntityManager em) {
			application.bean(BranchRecorder.class).begin();
			this.work.forEach((step) -> step.run(em));
		}

	}

}
