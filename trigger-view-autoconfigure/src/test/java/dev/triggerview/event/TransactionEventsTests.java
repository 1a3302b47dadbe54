package dev.triggerview.event;

import java.util.List;

import dev.triggerview.event.bank.Account;
import dev.triggerview.event.bank.Ticket;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;

import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.NestedTransactionNotSupportedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@EachDatabase
class TransactionEventsTests {

	private final FreshDatabase database;

	private final EventsApplication application;

	private final TransactionRecorder recorder;

	TransactionEventsTests(FreshDatabase database) {
		this.database = database;
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
	void afterCommitHoldsTheNetEffectInOrder() {
		this.application.inTransaction((em) -> {
			em.persist(new Account(1, "Ann"));
			em.persist(new Account(2, "Bob"));
			em.flush();
			em.find(Account.class, 1L).setOwner("Anna");
			em.remove(em.find(Account.class, 2L));
			em.persist(new Account(3, "Eve"));
		});
		assertThat(this.recorder.committed).hasSize(1);
		CommittedChanges<?> committed = this.recorder.committed.get(0);
		assertThat(committed.all()).extracting(Object::toString)
			.containsExactly("AfterInsert<Account>[id=1]", "AfterInsert<Account>[id=3]");
		assertThat(committed.newTable().get(0).get("owner")).isEqualTo("Anna");
	}

	@Test
	void updatedAndDeletedIsDeletedWithTheFirstOldRow() {
		ann();
		this.application.inTransaction((em) -> {
			em.find(Account.class, 1L).setOwner("Anna");
			em.flush();
			em.remove(em.find(Account.class, 1L));
		});
		CommittedChanges<?> committed = this.recorder.committed.get(0);
		assertThat(committed.deleted()).hasSize(1);
		assertThat(committed.all()).hasSize(1);
		assertThat(committed.oldTable().get(0).get("owner")).isEqualTo("Ann");
	}

	@Test
	void updatedTwiceIsOneUpdateFromTheFirstToTheLastRow() {
		ann();
		this.application.inTransaction((em) -> {
			em.find(Account.class, 1L).setOwner("Anna");
			em.flush();
			em.find(Account.class, 1L).setOwner("Hanna");
		});
		AfterUpdate<?> update = this.recorder.committed.get(0).updated().get(0);
		assertThat(update.<String>old("owner")).isEqualTo("Ann");
		assertThat(update.<String>now("owner")).isEqualTo("Hanna");
		assertThat(this.recorder.committed.get(0).all()).hasSize(1);
	}

	@Test
	void aFlushIsToldOnceForEachEntityWithOldAndNewTable() {
		this.application.inTransaction((em) -> {
			em.persist(new Account(1, "Ann"));
			em.persist(new Account(2, "Bob"));
			em.persist(new Ticket("printer"));
			em.flush();
			em.find(Account.class, 1L).setOwner("Anna");
		});
		assertThat(this.recorder.flushed).extracting((event) -> event.entityType().getSimpleName())
			.containsExactlyInAnyOrder("Account", "Ticket", "Account");
		FlushedChanges<?> last = this.recorder.flushed.get(2);
		assertThat(last.oldTable().get(0).get("owner")).isEqualTo("Ann");
		assertThat(last.newTable().get(0).get("owner")).isEqualTo("Anna");
	}

	@Test
	void aListenerHearsTheEntitiesItNamesOnly() {
		this.application.inTransaction((em) -> {
			em.persist(new Account(1, "Ann"));
			em.persist(new Ticket("printer"));
		});
		assertThat(this.recorder.committed.get(0).all()).hasSize(2);
		assertThat(this.recorder.auditable.get(0).all()).hasSize(1);
		this.recorder.reset();
		this.application.inTransaction((em) -> em.persist(new Ticket("printer")));
		assertThat(this.recorder.committed).hasSize(1);
		assertThat(this.recorder.auditable).isEmpty();
	}

	@Test
	void aRollbackIsToldAsSuch() {
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.application.inTransaction((em) -> {
			em.persist(new Account(1, "Ann"));
			em.flush();
			throw new Refused();
		}));
		assertThat(this.recorder.committed).isEmpty();
		assertThat(this.recorder.rolledBack).hasSize(1);
	}

	@Test
	void whatASavepointTookBackIsNotInIt() {
		this.application.inTransaction((em) -> {
			em.persist(new Account(1, "Ann"));
			Savepoints.takeBack(em, () -> em.persist(new Account(2, "Bob")));
			em.persist(new Account(3, "Eve"));
		});
		assertThat(this.recorder.committed.get(0).all()).extracting(RowChange::id).isEqualTo(List.of(1L, 3L));
		assertThat(this.database.column("select id from account order by id")).containsExactly("1", "3");
	}

	/** As the documentation says: if this fails, NESTED is tested as users write it. */
	@Test
	void nestedTransactionsAreRefusedBySpringWithHibernate() {
		TransactionTemplate nested = new TransactionTemplate(this.application.bean(PlatformTransactionManager.class));
		nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
		assertThatExceptionOfType(NestedTransactionNotSupportedException.class).isThrownBy(() -> this.application
			.inTransaction((em) -> nested.executeWithoutResult((status) -> em.persist(new Account(1, "Ann")))));
		assertThat(this.recorder.committed).isEmpty();
	}

	@Test
	void aTransactionOfItsOwnEndsOnItsOwn() {
		TransactionTemplate own = requiresNew();
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.application.inTransaction((em) -> {
			em.persist(new Account(1, "Ann"));
			if (!this.database.is(TestDatabase.SQLITE)) {
				// SQLite has one writer at a time: there the outer one writes after it.
				em.flush();
			}
			own.executeWithoutResult((status) -> em.persist(new Account(2, "Bob")));
			assertThat(this.recorder.committed.get(0).all()).extracting(RowChange::id).isEqualTo(List.of(2L));
			em.flush();
			throw new Refused();
		}));
		assertThat(this.recorder.committed).hasSize(1);
		assertThat(this.recorder.rolledBack.get(0).all()).extracting(RowChange::id).isEqualTo(List.of(1L));
	}

	@Test
	void withoutTransactionTheEventsComeAtOnce() {
		SessionFactory factory = this.application.bean(EntityManagerFactory.class).unwrap(SessionFactory.class);
		factory.inStatelessSession((session) -> session.insert(new Account(1, "Ann")));
		assertThat(this.recorder.committed).hasSize(1);
		assertThat(this.recorder.committed.get(0).inserted()).hasSize(1);
	}

	@Test
	void aStatelessWriteInATransactionOfHibernateIsToldAfterItsCommit() {
		SessionFactory factory = this.application.bean(EntityManagerFactory.class).unwrap(SessionFactory.class);
		factory.inStatelessTransaction((session) -> {
			session.insert(new Account(1, "Ann"));
			assertThat(this.recorder.committed).isEmpty();
		});
		assertThat(this.recorder.committed).hasSize(1);
	}

	private TransactionTemplate requiresNew() {
		TransactionTemplate own = new TransactionTemplate(this.application.bean(JpaTransactionManager.class));
		own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		return own;
	}

	private void ann() {
		this.application.inTransaction((em) -> em.persist(new Account(1, "Ann")));
		this.recorder.reset();
	}

	static class Refused extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

}
