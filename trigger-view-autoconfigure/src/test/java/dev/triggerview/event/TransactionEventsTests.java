package dev.triggerview.event;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.triggerview.event.bank.Account;
import dev.triggerview.event.bank.Auditable;
import dev.triggerview.event.bank.Ticket;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

@EachDatabase
class TransactionEventsTests {

	private final FreshDatabase database;

	private final EventsApplication application;

	private final Recorder recorder;

	TransactionEventsTests(FreshDatabase database) {
		this.database = database;
		this.application = EventsApplication.shared(database, Recorder.class);
		this.recorder = this.application.bean(Recorder.class);
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
	void aCommitThatFailsIsARollback() {
		assumeTrue(this.database.is(TestDatabase.POSTGRESQL), "Only PostgreSQL checks constraints at commit");
		this.database.execute("alter table account add constraint one unique (owner) deferrable initially deferred");
		try {
			assertThatException().isThrownBy(() -> this.application.inTransaction((em) -> {
				em.persist(new Account(1, "Ann"));
				em.persist(new Account(2, "Ann"));
			}));
			assertThat(this.recorder.committed).isEmpty();
			assertThat(this.recorder.rolledBack.get(0).all()).hasSize(2);
		}
		finally {
			this.database.execute("alter table account drop constraint one");
		}
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

	@Test
	void aTransactionOfItsOwnEndsOnItsOwn() {
		// SQLite and HSQLDB would let the inner transaction wait for the outer one.
		assumeFalse(this.database.is(TestDatabase.SQLITE, TestDatabase.HSQLDB));
		TransactionTemplate own = requiresNew();
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.application.inTransaction((em) -> {
			em.persist(new Account(1, "Ann"));
			em.flush();
			own.executeWithoutResult((status) -> em.persist(new Account(2, "Bob")));
			assertThat(this.recorder.committed.get(0).all()).extracting(RowChange::id).isEqualTo(List.of(2L));
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

	@Test
	void beforeCommitAListenerWritesUntilNothingNewAppears() {
		EntityManager em = SharedEntityManagerCreator
			.createSharedEntityManager(this.application.bean(EntityManagerFactory.class));
		this.recorder.onCommitting = (event) -> event.inserted().forEach((insert) -> {
			long next = (Long) insert.id() + 1;
			if (next <= 3) {
				em.persist(new Account(next, "child"));
			}
		});
		this.application.inTransaction((own) -> own.persist(new Account(1, "Ann")));
		assertThat(this.database.column("select id from account order by id")).containsExactly("1", "2", "3");
		assertThat(this.recorder.committing).hasSize(3);
		assertThat(this.recorder.committed.get(0).all()).hasSize(3);
	}

	@Test
	void beforeCommitAListenerRefusesWithItsOwnException() {
		this.recorder.onCommitting = (event) -> {
			throw new Refused();
		};
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.application.inTransaction((em) -> em.persist(new Account(1, "Ann"))));
		assertThat(this.database.value("select count(*) from account")).isEqualTo("0");
		assertThat(this.recorder.rolledBack).hasSize(1);
	}

	@Test
	void aRowListenersOwnExceptionReachesTheCallerOfCommit() {
		this.recorder.onRow = (change) -> {
			throw new Refused();
		};
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.application.inTransaction((em) -> em.persist(new Account(1, "Ann"))));
		assertThat(this.database.value("select count(*) from account")).isEqualTo("0");
	}

	@Test
	void anExceptionAfterCommitReachesNobodyAndTheOthersAreCalled() {
		this.recorder.onCommitted = (event) -> {
			throw new Refused();
		};
		this.application.inTransaction((em) -> em.persist(new Account(1, "Ann")));
		assertThat(this.recorder.auditable).hasSize(1);
		assertThat(this.recorder.failures).hasSize(1);
		assertThat(this.recorder.failures.get(0).cause()).isInstanceOf(Refused.class);
		assertThat(this.database.value("select count(*) from account")).isEqualTo("1");
	}

	@Test
	void afterCommitAListenerThatWritesHasATransactionOfItsOwn() {
		this.recorder.onCommitted = (event) -> {
			if (event.all().size() == 1 && event.all().get(0).id().equals(1L)) {
				this.application.inTransaction((em) -> em.persist(new Account(2, "after")));
			}
		};
		this.application.inTransaction((em) -> em.persist(new Account(1, "Ann")));
		assertThat(this.database.column("select id from account order by id")).containsExactly("1", "2");
		assertThat(this.recorder.committed).hasSize(2);
	}

	@Test
	void springsTransactionalListenersHearInAllPhasesWhatTheCommitFlushes() {
		this.application.inTransaction((em) -> em.persist(new Account(1, "Ann")));
		assertThat(this.recorder.phases).containsExactly("BEFORE_COMMIT", "AFTER_COMMIT", "AFTER_COMPLETION");
		this.recorder.reset();
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.application.inTransaction((em) -> {
			em.persist(new Account(2, "Bob"));
			em.flush();
			throw new Refused();
		}));
		assertThat(this.recorder.phases).containsExactlyInAnyOrder("AFTER_ROLLBACK", "AFTER_COMPLETION");
	}

	@Test
	void suppressedWorkIsToldToNobody() {
		EntityEvents events = this.application.bean(EntityEvents.class);
		this.application.inTransaction((em) -> {
			em.persist(new Account(1, "heard"));
			events.suppress(() -> em.persist(new Account(2, "silent")));
			events.suppress(() -> {
				em.persist(new Account(3, "silent"));
				em.persist(new Ticket("heard"));
			}, Auditable.class);
			em.persist(new Account(4, "heard"));
		});
		assertThat(this.recorder.committed.get(0).newTable())
			.extracting((row) -> row.properties().contains("owner") ? row.get("owner") : row.get("subject"))
			.isEqualTo(List.of("heard", "heard", "heard"));
		assertThat(this.database.value("select count(*) from account")).isEqualTo("4");
	}

	@Test
	void silenceEndsWithAnException() {
		EntityEvents events = this.application.bean(EntityEvents.class);
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> events.suppress(() -> {
			throw new Refused();
		}));
		this.application.inTransaction((em) -> em.persist(new Account(1, "Ann")));
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

	static class Recorder {

		private final List<FlushedChanges<?>> flushed = new ArrayList<>();

		private final List<ChangesCommitting<?>> committing = new ArrayList<>();

		private final List<CommittedChanges<?>> committed = new ArrayList<>();

		private final List<CommittedChanges<Auditable>> auditable = new ArrayList<>();

		private final List<RolledBackChanges<?>> rolledBack = new ArrayList<>();

		private final List<ListenerFailed> failures = new ArrayList<>();

		private final List<String> phases = new ArrayList<>();

		private Consumer<AfterRowChange<?>> onRow;

		private Consumer<ChangesCommitting<?>> onCommitting;

		private Consumer<CommittedChanges<?>> onCommitted;

		Recorder() {
			reset();
		}

		void reset() {
			List.of(this.flushed, this.committing, this.committed, this.auditable, this.rolledBack, this.failures,
					this.phases)
				.forEach(List::clear);
			this.onRow = (event) -> {
			};
			this.onCommitting = (event) -> {
			};
			this.onCommitted = (event) -> {
			};
		}

		@EventListener
		void row(AfterRowChange<Account> event) {
			this.onRow.accept(event);
		}

		@EventListener
		void flushed(FlushedChanges<?> event) {
			this.flushed.add(event);
		}

		@EventListener
		void committing(ChangesCommitting<?> event) {
			this.committing.add(event);
			this.onCommitting.accept(event);
		}

		@EventListener
		@Order(1)
		void committed(CommittedChanges<?> event) {
			this.committed.add(event);
			this.onCommitted.accept(event);
		}

		@EventListener
		@Order(2)
		void auditable(CommittedChanges<Auditable> event) {
			this.auditable.add(event);
		}

		@EventListener
		void rolledBack(RolledBackChanges<?> event) {
			this.rolledBack.add(event);
		}

		@EventListener
		void failed(ListenerFailed event) {
			this.failures.add(event);
		}

		@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
		void beforeCommit(AfterInsert<Account> event) {
			this.phases.add("BEFORE_COMMIT");
		}

		@TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
		void afterCommit(AfterInsert<Account> event) {
			this.phases.add("AFTER_COMMIT");
		}

		@TransactionalEventListener(phase = TransactionPhase.AFTER_ROLLBACK)
		void afterRollback(AfterInsert<Account> event) {
			this.phases.add("AFTER_ROLLBACK");
		}

		@TransactionalEventListener(phase = TransactionPhase.AFTER_COMPLETION)
		void afterCompletion(AfterInsert<Account> event) {
			this.phases.add("AFTER_COMPLETION");
		}

	}

}
