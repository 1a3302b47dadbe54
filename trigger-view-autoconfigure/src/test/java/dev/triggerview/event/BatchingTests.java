package dev.triggerview.event;

import java.util.ArrayList;
import java.util.List;

import dev.triggerview.event.bank.Account;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import org.hibernate.SessionEventListener;
import org.junit.jupiter.api.Test;

import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/** What Hibernate sends in one batch stays in one batch, whoever listens. */
@EachDatabase
class BatchingTests {

	private static final int ROWS = 45;

	private final FreshDatabase database;

	BatchingTests(FreshDatabase database) {
		this.database = database;
	}

	@Test
	void listenersLeaveTheBatchesAsTheyAre() {
		List<Integer> unheard = batches(Nobody.class);
		assertThat(unheard).as("batches of at most 20 to insert, update and delete").containsExactly(3, 3, 3);
		assertThat(batches(Everybody.class)).isEqualTo(unheard);
	}

	@Test
	void everyRowIsHeard() {
		try (EventsApplication application = start(Everybody.class)) {
			work(application);
			assertThat(application.bean(Everybody.class).heard).isEqualTo(3 * ROWS);
			assertThat(this.database.value("select count(*) from account")).isEqualTo("0");
		}
	}

	private List<Integer> batches(Class<?> listeners) {
		try (EventsApplication application = start(listeners)) {
			return work(application);
		}
	}

	private EventsApplication start(Class<?> listeners) {
		return EventsApplication.start(this.database, listeners,
				"spring.jpa.properties.hibernate.session.events.auto=" + Counter.class.getName());
	}

	/** Insert, update and delete, and return how many batches each has sent. */
	private static List<Integer> work(EventsApplication application) {
		List<Integer> batches = new ArrayList<>();
		Counter.batches = 0;
		application.inTransaction((em) -> {
			for (long id = 1; id <= ROWS; id++) {
				em.persist(new Account(id, "Ann"));
			}
		});
		batches.add(Counter.batches);
		List<Account> accounts = new ArrayList<>();
		application.inTransaction((em) -> {
			accounts.addAll(em.createQuery("from Account", Account.class).getResultList());
			accounts.forEach((account) -> account.setOwner("Bob"));
		});
		batches.add(Counter.batches - batches.get(0));
		application
			.inTransaction((em) -> em.createQuery("from Account", Account.class).getResultStream().forEach(em::remove));
		batches.add(Counter.batches - batches.get(0) - batches.get(1));
		return batches;
	}

	/** Made by Hibernate for each session. */
	public static class Counter implements SessionEventListener {

		private static final long serialVersionUID = 1L;

		private static int batches;

		@Override
		public void jdbcExecuteBatchEnd() {
			batches++;
		}

	}

	static class Nobody {

	}

	static class Everybody {

		private int heard;

		@EventListener
		void stamp(BeforeWrite<Account> write) {
			write.set("changedBy", "trigger");
		}

		@EventListener
		void before(BeforeDelete<Account> delete) {
		}

		@EventListener
		void after(AfterRowChange<Account> change) {
			this.heard++;
		}

		@EventListener
		void flushed(FlushedChanges<Account> changes) {
		}

		@EventListener
		void committed(CommittedChanges<Account> changes) {
		}

	}

}
