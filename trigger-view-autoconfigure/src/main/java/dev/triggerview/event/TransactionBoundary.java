package dev.triggerview.event;

import java.util.function.Function;

import jakarta.persistence.EntityManagerFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Adds the flush before commit to the transactions of one transaction manager. */
final class TransactionBoundary implements TransactionExecutionListener {

	private final JpaTransactionManager manager;

	private final Function<EntityManagerFactory, @Nullable Dispatcher> dispatchers;

	TransactionBoundary(JpaTransactionManager manager,
			Function<EntityManagerFactory, @Nullable Dispatcher> dispatchers) {
		this.manager = manager;
		this.dispatchers = dispatchers;
	}

	/**
	 * Return whether the manager calls nobody else between the synchronizations of a
	 * transaction and its commit.
	 */
	private boolean isAlone() {
		return this.manager.getClass() == JpaTransactionManager.class
				&& this.manager.getTransactionExecutionListeners().size() == 1;
	}

	@Override
	public void afterBegin(TransactionExecution transaction, @Nullable Throwable beginFailure) {
		EntityManagerFactory factory = this.manager.getEntityManagerFactory();
		if (factory == null || beginFailure != null || !transaction.isNewTransaction() || transaction.isReadOnly()
				|| !TransactionSynchronizationManager.isSynchronizationActive()) {
			return;
		}
		Dispatcher dispatcher = this.dispatchers.apply(factory);
		if (dispatcher != null && dispatcher.hearsUndecided()) {
			TransactionSynchronizationManager
				.registerSynchronization(new FlushBeforeCommit(factory, dispatcher, isAlone()));
		}
	}

	@Override
	public void beforeCommit(TransactionExecution transaction) {
		EntityManagerFactory factory = this.manager.getEntityManagerFactory();
		if (factory != null && !transaction.isReadOnly()
				&& TransactionSynchronizationManager.isSynchronizationActive()) {
			for (TransactionSynchronization own : TransactionSynchronizationManager.getSynchronizations()) {
				if (own instanceof FlushBeforeCommit flush && flush.isOf(factory)) {
					flush.beforeCommitAgain();
				}
			}
		}
	}

}
