package dev.triggerview.event;

import java.lang.management.ManagementFactory;
import java.util.stream.LongStream;

import dev.triggerview.event.bank.Account;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/** On H2 only: what the bridge keeps does not depend on the database. */
class MemoryTests {

	private static final int ROWS = 50_000;

	/** What an account weighs with its row; the two objects of its event come on top. */
	private static final long BYTES = 400;

	@Test
	void aLongTransactionKeepsOneEventForEachRowWhereItsEndIsHeard() {
		assertThat(bytesForEachRow(OfTransaction.class)).isBetween(50L, BYTES);
	}

	@Test
	void aLongTransactionKeepsNothingWhereItsEndIsNotHeard() {
		assertThat(bytesForEachRow(OfRows.class)).isLessThan(50);
	}

	/**
	 * Return the median of three: what other tests of the JVM have left may become free
	 * at any time.
	 */
	private static long bytesForEachRow(Class<?> listeners) {
		return LongStream.generate(() -> (retained(listeners) - retained(Nobody.class)) / ROWS)
			.limit(3)
			.sorted()
			.skip(1)
			.findFirst()
			.orElseThrow();
	}

	/**
	 * Return what comes into use in a transaction that flushes and clears often.
	 */
	private static long retained(Class<?> listeners) {
		try (FreshDatabase database = TestDatabase.H2.create();
				EventsApplication application = EventsApplication.start(database, listeners)) {
			return application.fromTransaction((em) -> {
				long before = used();
				for (long id = 1; id <= ROWS; id++) {
					em.persist(new Account(id, "Ann"));
					if (id % 1000 == 0) {
						em.flush();
						em.clear();
					}
				}
				return used() - before;
			});
		}
	}

	private static long used() {
		for (int collection = 0; collection < 3; collection++) {
			System.gc();
		}
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	static class Nobody {

	}

	static class OfRows {

		@EventListener
		void on(AfterInsert<Account> event) {
		}

		@EventListener
		void on(FlushedChanges<Account> changes) {
		}

	}

	static class OfTransaction {

		@EventListener
		void on(CommittedChanges<Account> changes) {
		}

	}

}
