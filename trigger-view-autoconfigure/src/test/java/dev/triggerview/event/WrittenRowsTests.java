package dev.triggerview.event;

import java.util.List;

import dev.triggerview.event.bank.Account;
import dev.triggerview.event.bank.Ticket;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What rows that follow one another have in common is found out once. Tickets have
 * identity columns: they are written without a flush.
 */
@EachDatabase
class WrittenRowsTests {

	private final EventsApplication application;

	private final TransactionRecorder recorder;

	WrittenRowsTests(FreshDatabase database) {
		this.application = EventsApplication.shared(database, TransactionRecorder.class);
		this.recorder = this.application.bean(TransactionRecorder.class);
	}

	@AfterParameterizedClassInvocation
	static void close() {
		EventsApplication.closeShared();
	}

	@BeforeEach
	void startEmpty() {
		this.recorder.reset();
		this.application.inTransaction((em) -> {
			em.createQuery("delete from Account").executeUpdate();
			em.createQuery("delete from Ticket").executeUpdate();
		});
	}

	@Test
	void rowsStayAsTheyWereWritten() {
		this.application.inTransaction((em) -> {
			Account account = new Account(1, "Ann");
			em.persist(account);
			em.flush();
			account.setOwner("Anna");
			em.flush();
			account.setOwner("Hanna");
			em.flush();
			em.remove(account);
		});
		assertThat(this.recorder.flushed).flatExtracting(FlushedChanges::newTable)
			.extracting((row) -> row.get("owner"))
			.containsExactly("Ann", "Anna", "Hanna");
		assertThat(this.recorder.flushed).flatExtracting(FlushedChanges::oldTable)
			.extracting((row) -> row.get("owner"))
			.containsExactly("Ann", "Anna", "Hanna");
	}

	@Test
	void aFlushTellsTheRowsOfAllItsKindsInOrder() {
		this.application.inTransaction((em) -> {
			em.persist(new Account(1, "Ann"));
			em.persist(new Account(2, "Bob"));
		});
		this.recorder.reset();
		this.application.inTransaction((em) -> {
			em.remove(em.find(Account.class, 1L));
			em.find(Account.class, 2L).setOwner("Bobby");
			for (long id = 3; id <= 20; id++) {
				em.persist(new Account(id, "Eve"));
			}
		});
		assertThat(this.recorder.flushed).hasSize(1);
		FlushedChanges<?> flushed = this.recorder.flushed.get(0);
		assertThat(flushed.inserted()).hasSize(18).extracting(RowChange::id).doesNotHaveDuplicates();
		assertThat(flushed.all().subList(18, 20)).extracting(Object::toString)
			.containsExactly("AfterUpdate<Account>[id=2]", "AfterDelete<Account>[id=1]");
	}

	@Test
	void aSavepointPartsRowsThatNoFlushParts() {
		this.application.inTransaction((em) -> {
			em.persist(new Ticket("before"));
			Savepoints.takeBackWritten(em, () -> {
				Ticket ticket = new Ticket("taken back");
				em.persist(ticket);
				em.detach(ticket);
			});
			em.persist(new Ticket("after"));
		});
		assertThat(committed()).containsExactly("before", "after");
	}

	@Test
	void sessionsThatShareATransactionAreToldInTheOrderOfTheirStatements() {
		this.application.inTransaction((em) -> {
			Ticket ticket = new Ticket("first");
			em.persist(ticket);
			try (Session other = em.unwrap(Session.class).sessionWithOptions().connection().openSession()) {
				other.find(Ticket.class, ticket.getId()).setSubject("changed");
				other.flush();
			}
			em.persist(new Ticket("second"));
		});
		assertThat(committed()).containsExactly("changed", "second");
	}

	/** Spring does not know of this session, so that nobody flushes it before. */
	@Test
	void silencePartsRowsThatNoFlushParts() {
		EntityEvents events = this.application.bean(EntityEvents.class);
		SessionFactory factory = this.application.bean(EntityManagerFactory.class).unwrap(SessionFactory.class);
		factory.inTransaction((session) -> {
			session.persist(new Ticket("heard"));
			events.suppress(() -> session.persist(new Ticket("silent")));
			session.persist(new Ticket("heard again"));
		});
		assertThat(committed()).containsExactly("heard", "heard again");
	}

	private List<Object> committed() {
		return this.recorder.committed.get(0).newTable().stream().map((row) -> row.get("subject")).toList();
	}

}
