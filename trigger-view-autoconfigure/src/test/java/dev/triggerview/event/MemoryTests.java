package dev.triggerview.event;

import java.lang.management.ManagementFactory;
import java.util.regex.Pattern;

import javax.management.JMException;
import javax.management.ObjectName;

import dev.triggerview.event.bank.Account;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * On H2 only: what the bridge keeps does not depend on the database. Objects are counted
 * by their classes, because the size of the heap tells of all tests of the JVM; what
 * those leave behind may go at any time, and is little beside a row's.
 */
class MemoryTests {

	private static final int ROWS = 50_000;

	/** What a bridge, or Hibernate for it, can keep of a row; nothing that H2 keeps. */
	private static final Pattern KEPT = Pattern.compile(
			"^\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+(?:dev\\.triggerview\\.|org\\.hibernate\\.|java\\.util\\.HashMap\\$Node"
					+ "|java\\.util\\.LinkedHashMap\\$Entry)",
			Pattern.MULTILINE);

	@Test
	void aLongTransactionKeepsAnEntityAndAnEventForEachRowWhereItsEndIsHeard() {
		assertThat(kept(OfTransaction.class)).isCloseTo(2 * ROWS, within(ROWS / 10));
	}

	@Test
	void aLongTransactionKeepsNothingWhereItsEndIsNotHeard() {
		assertThat(kept(OfRows.class)).isLessThan(ROWS / 10);
	}

	/**
	 * Return how many objects a transaction keeps that flushes and clears often.
	 */
	private static int kept(Class<?> listeners) {
		try (FreshDatabase database = TestDatabase.H2.create();
				EventsApplication application = EventsApplication.start(database, listeners)) {
			return application.fromTransaction((em) -> {
				int before = reachable();
				for (long id = 1; id <= ROWS; id++) {
					em.persist(new Account(id, "Ann"));
					if (id % 1000 == 0) {
						em.flush();
						em.clear();
					}
				}
				return reachable() - before;
			});
		}
	}

	/** Source: "Diagnostic Commands" of HotSpot, which collects garbage for it. */
	private static int reachable() {
		try {
			String histogram = (String) ManagementFactory.getPlatformMBeanServer()
				.invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "gcClassHistogram",
						new Object[] { new String[0] }, new String[] { String[].class.getName() });
			return KEPT.matcher(histogram).results().mapToInt((line) -> Integer.parseInt(line.group(1))).sum();
		}
		catch (JMException ex) {
			throw new IllegalStateException("No histogram of the heap's classes", ex);
		}
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
