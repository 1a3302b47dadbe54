package dev.triggerview.event;

import dev.triggerview.event.bank.Account;
import dev.triggerview.event.bank.Ticket;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;

import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@EachDatabase
class CommitListenersTests {

	private final FreshDatabase database;

	private final EventsApplication application;

	private final TransactionRecorder recorder;

	CommitListenersTests(FreshDatabase database) {
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
	void anErrorAndWhoFailsToHearOfItReachNobody() {
		this.recorder.onCommitted = (event) -> {
			throw new AssertionError();
		};
		this.recorder.onFailure = (failure) -> {
			throw new Refused();
		};
		this.application.inTransaction((em) -> em.persist(new Account(1, "Ann")));
		assertThat(this.recorder.auditable).hasSize(1);
		assertThat(this.recorder.failures).hasSize(1);
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
		assertThat(this.recorder.phases).containsExactly("AFTER_ROLLBACK", "AFTER_COMPLETION");
	}

	@Test
	void springsListenersHearBeforeTheCommitWhatOthersWriteThere() {
		this.application.inTransaction((em) -> {
			em.persist(new Account(1, "Ann"));
			beforeCommit(() -> em.persist(new Account(2, "Bob")));
		});
		assertThat(this.recorder.phases).containsExactly("BEFORE_COMMIT", "BEFORE_COMMIT", "AFTER_COMMIT",
				"AFTER_COMMIT", "AFTER_COMPLETION", "AFTER_COMPLETION");
		assertThat(this.recorder.committed).singleElement().satisfies((all) -> assertThat(all).hasSize(2));
	}

	@Test
	void aRowListenerRefusesWhatOthersWriteBeforeTheCommitWithItsOwnException() {
		this.recorder.onRow = (change) -> {
			throw new Refused();
		};
		assertThatExceptionOfType(Refused.class).isThrownBy(
				() -> this.application.inTransaction((em) -> beforeCommit(() -> em.persist(new Account(2, "Bob")))));
		assertThat(this.database.value("select count(*) from account")).isEqualTo("0");
	}

	private static void beforeCommit(Runnable work) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void beforeCommit(boolean readOnly) {
				work.run();
			}

		});
	}

	static class Refused extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

}
