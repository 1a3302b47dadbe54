package dev.triggerview.event;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.triggerview.event.bank.Account;
import dev.triggerview.event.bank.Address;
import dev.triggerview.event.bank.Club;
import dev.triggerview.event.bank.Seat;
import dev.triggerview.event.bank.Visit;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

import org.springframework.context.event.EventListener;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * A flush looks at every entity of the session. Listeners add only those that they need,
 * and none is left out that somebody else needs.
 */
@EachDatabase
class FlushesTests {

	private final FreshDatabase database;

	FlushesTests(FreshDatabase database) {
		this.database = database;
	}

	@Test
	void aListenerOfRowsAddsOneOnlyIfItChangesThem() {
		try (EventsApplication application = start(OfRows.class)) {
			assertThat(flushes(application, (em) -> em.persist(new Account(1, "Ann")))).isEqualTo(1);
			assertThat(flushes(application, (em) -> em.find(Account.class, 1L))).isEqualTo(1);
			application.bean(OfRows.class).then = (account) -> account.setOwner("Eve");
			assertThat(flushes(application, (em) -> em.persist(new Account(2, "Ann")))).isEqualTo(2);
		}
	}

	@Test
	void anEntityWithSeveralIdentifiersIsComparedToo() {
		try (EventsApplication application = start(OfRows.class)) {
			assertThat(flushes(application, (em) -> {
				em.persist(new Visit(1, LocalDate.EPOCH));
				em.persist(new Account(1, "Ann"));
			})).isEqualTo(1);
		}
	}

	@Test
	void aListenerAfterTheCommitAddsNone() {
		try (EventsApplication application = start(OfCommits.class)) {
			assertThat(flushes(application, (em) -> em.persist(new Account(1, "Ann")))).isEqualTo(1);
			assertThat(application.bean(OfCommits.class).heard).isOne();
		}
	}

	@Test
	void whatAnotherSynchronizationChangesIsWritten() {
		try (EventsApplication application = start(OfRows.class)) {
			application.inTransaction((em) -> {
				Account ann = new Account(1, "Ann");
				em.persist(ann);
				TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

					@Override
					public void beforeCompletion() {
						ann.setOwner("Bob");
					}

				});
			});
			assertThat(this.database.value("select owner from account")).isEqualTo("Bob");
		}
	}

	@Test
	void whatAnotherListenerOfTheTransactionChangesIsWritten() {
		try (EventsApplication application = start(OfRows.class)) {
			Account ann = new Account(1, "Ann");
			application.bean(JpaTransactionManager.class).addListener(new TransactionExecutionListener() {

				@Override
				public void beforeCommit(TransactionExecution transaction) {
					ann.setOwner("Bob");
				}

			});
			application.inTransaction((em) -> em.persist(ann));
			assertThat(this.database.value("select owner from account")).isEqualTo("Bob");
		}
	}

	@Test
	void whatAListenerChangesIsWritten() {
		assertThat(changed((account) -> account.setOwner("Bob"), "select owner from account")).containsExactly("Bob");
	}

	@Test
	void whatAListenerChangesInsideOfAValueIsWritten() {
		assertThat(changed((account) -> account.setAddress(new Address("1", "Bern")), "select city from account"))
			.containsExactly("Bern");
		assertThat(ofSeats((seat) -> seat.getPicture()[0] = 7, Seat::getPicture)).containsExactly(7);
	}

	@Test
	void whatAListenerRefersToIsPersisted() {
		assertThat(ofSeats((seat) -> seat.setOwner(new Account(2, "Eve")), Seat::getOwner).getOwner()).isEqualTo("Eve");
	}

	/** Hibernate refuses a second entity of the same identifier, when it flushes. */
	@Test
	void whatAListenerRefersToInsteadIsFound() {
		try (EventsApplication application = start(OfRows.class)) {
			application.bean(OfRows.class).thenSeat = (seat) -> seat.setOwner(new Account(1, "Eve"));
			assertThatException().isThrownBy(() -> application.inTransaction((em) -> {
				Seat seat = new Seat("A", 1);
				seat.setOwner(new Account(1, "Ann"));
				em.persist(seat);
			}));
		}
	}

	@Test
	void whatAListenerAddsToACollectionIsWritten() {
		try (EventsApplication application = start(OfRows.class)) {
			application.inTransaction((em) -> em.persist(new Club(1)));
			application.inTransaction((em) -> {
				Club club = em.find(Club.class, 1L);
				application.bean(OfRows.class).then = (account) -> club.getTags().add("go");
				em.persist(new Account(1, "Ann"));
			});
			assertThat(this.database.column("select tags from club_tags")).containsExactly("go");
		}
	}

	@Test
	void anIdentifierThatAListenerChangesIsRefused() {
		assertThatException()
			.isThrownBy(() -> changed((account) -> ReflectionTestUtils.setField(account, "id", 77L), "select 1"))
			.withStackTraceContaining("was altered from 1 to 77");
	}

	private List<String> changed(Consumer<Account> change, String query) {
		try (EventsApplication application = start(OfRows.class)) {
			application.bean(OfRows.class).then = change;
			application.inTransaction((em) -> {
				Account ann = new Account(1, "Ann");
				ann.setAddress(new Address("1", "Rome"));
				em.persist(ann);
			});
			return this.database.column(query);
		}
	}

	private <V> V ofSeats(Consumer<Seat> change, Function<Seat, V> value) {
		try (EventsApplication application = start(OfRows.class)) {
			application.bean(OfRows.class).thenSeat = change;
			application.inTransaction((em) -> em.persist(new Seat("A", 1)));
			return application.fromTransaction((em) -> value.apply(em.find(Seat.class, new Seat.Place("A", 1))));
		}
	}

	private EventsApplication start(Class<?> listeners) {
		return EventsApplication.start(this.database, listeners,
				"spring.jpa.properties.hibernate.generate_statistics=true");
	}

	private static long flushes(EventsApplication application, Consumer<EntityManager> work) {
		SessionFactory factory = application.bean(EntityManagerFactory.class).unwrap(SessionFactory.class);
		factory.getStatistics().clear();
		application.inTransaction(work);
		return factory.getStatistics().getFlushCount();
	}

	static class OfRows {

		private Consumer<Account> then = (account) -> {
		};

		private Consumer<Seat> thenSeat = (seat) -> {
		};

		@EventListener
		void on(AfterInsert<Account> event) {
			this.then.accept(event.entity());
		}

		@EventListener
		void onSeat(AfterInsert<Seat> event) {
			this.thenSeat.accept(event.entity());
		}

	}

	static class OfCommits {

		private int heard;

		@EventListener
		void on(CommittedChanges<Account> changes) {
			this.heard++;
		}

	}

}
