package dev.triggerview.event;

import java.sql.Connection;
import java.sql.Savepoint;

import jakarta.persistence.EntityManager;
import org.hibernate.Session;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction manager with savepoints does. JpaTransactionManager offers none with
 * Hibernate, so that a test takes one from the connection and tells the synchronizations
 * itself, as Spring's transaction status does.
 */
final class Savepoints {

	private Savepoints() {
	}

	/** Do work and take it back. */
	static void takeBack(EntityManager em, Runnable work) {
		em.flush();
		takeBackWritten(em, () -> {
			work.run();
			em.flush();
		});
		em.clear();
	}

	/** Do work that is written without a flush, and take it back. */
	static void takeBackWritten(EntityManager em, Runnable work) {
		Session session = em.unwrap(Session.class);
		Savepoint savepoint = session.doReturningWork(Connection::setSavepoint);
		for (TransactionSynchronization synchronization : TransactionSynchronizationManager.getSynchronizations()) {
			synchronization.savepoint(savepoint);
		}
		work.run();
		session.doWork((connection) -> connection.rollback(savepoint));
		for (TransactionSynchronization synchronization : TransactionSynchronizationManager.getSynchronizations()) {
			synchronization.savepointRollback(savepoint);
		}
	}

}
