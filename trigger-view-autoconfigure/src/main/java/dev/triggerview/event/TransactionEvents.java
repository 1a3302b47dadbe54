package dev.triggerview.event;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.engine.spi.TransactionCompletionCallbacks;
import org.hibernate.engine.spi.TransactionCompletionCallbacks.AfterCompletionCallback;
import org.hibernate.engine.spi.TransactionCompletionCallbacks.BeforeCompletionCallback;
import org.hibernate.resource.transaction.spi.TransactionCoordinator;
import org.jspecify.annotations.Nullable;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The transactions of one session factory. Hibernate tells how a transaction of its
 * session ends, which Spring's synchronization does not know when several transaction
 * managers share it; Spring tells of savepoints, and when it is done with the
 * transaction.
 */
final class TransactionEvents {

	private final Map<TransactionCoordinator, TransactionWork> transactions = new ConcurrentHashMap<>();

	private final TransactionListeners listeners;

	private final OutsideTransaction outside;

	private final int limit;

	private final boolean hearsCommitting;

	/**
	 * @param hearsCommitting whether anybody is told before a commit
	 */
	TransactionEvents(TransactionListeners listeners, OutsideTransaction outside, int limit, boolean hearsCommitting) {
		this.listeners = listeners;
		this.outside = outside;
		this.limit = limit;
		this.hearsCommitting = hearsCommitting;
	}

	/**
	 * Keep the rows that are written from now on. Sessions that share a connection share
	 * its transaction.
	 */
	void begin(SharedSessionContractImplementor session, WrittenRows rows) {
		TransactionWork work = this.transactions.get(session.getTransactionCoordinator());
		if (work == null) {
			work = begin(session);
			this.transactions.put(session.getTransactionCoordinator(), work);
		}
		work.begin(rows);
	}

	/** Tell of rows that were committed by their own statement. */
	void committedAtOnce(List<AfterRowChange<?>> changes) {
		this.listeners.tellSafely(Moment.COMMITTED, NetEffect.of(changes));
	}

	/**
	 * Tell what is about to be committed, flush what the listeners write, and so on until
	 * they write nothing more.
	 * @return whether anything was told
	 */
	boolean committing(SharedSessionContractImplementor session) {
		TransactionWork work = this.hearsCommitting ? this.transactions.get(session.getTransactionCoordinator()) : null;
		boolean told = false;
		Chain chain = new Chain(this.limit);
		while (work != null && work.hasNew()) {
			List<AfterRowChange<?>> changes = work.takeNew();
			chain.next(changes, RowChange::entityType);
			told |= this.listeners.tell(Moment.COMMITTING, changes);
			if (session instanceof SessionImplementor stateful) {
				stateful.flush();
			}
		}
		return told;
	}

	private TransactionWork begin(SharedSessionContractImplementor session) {
		TransactionWork work = new TransactionWork();
		TransactionCoordinator transaction = session.getTransactionCoordinator();
		TransactionCompletionCallbacks callbacks = session.getTransactionCompletionCallbacks();
		BeforeCompletionCallback before = this::committing;
		callbacks.registerCallback(before);
		boolean spring = TransactionSynchronizationManager.isSynchronizationActive();
		AfterCompletionCallback after = (success, completed) -> {
			this.transactions.remove(transaction);
			work.completed(success);
			if (!spring) {
				end(work);
			}
		};
		callbacks.registerCallback(after);
		if (spring) {
			TransactionSynchronizationManager.registerSynchronization(new Synchronization(transaction, work));
		}
		return work;
	}

	private void end(TransactionWork work) {
		List<AfterRowChange<?>> changes = work.netEffect();
		if (!changes.isEmpty()) {
			this.listeners.tellSafely(Boolean.TRUE.equals(work.committed()) ? Moment.COMMITTED : Moment.ROLLED_BACK,
					changes);
		}
	}

	final class Synchronization implements TransactionSynchronization {

		private final TransactionCoordinator transaction;

		private final TransactionWork work;

		Synchronization(TransactionCoordinator transaction, TransactionWork work) {
			this.transaction = transaction;
			this.work = work;
		}

		@Override
		public void savepoint(Object savepoint) {
			this.work.savepoint(savepoint);
		}

		@Override
		public void savepointRollback(Object savepoint) {
			this.work.rollbackTo(savepoint);
		}

		@Override
		public void afterCompletion(int status) {
			TransactionEvents.this.transactions.remove(this.transaction);
			@Nullable Boolean committed = this.work.committed();
			if (committed == null) {
				this.work.completed(status == STATUS_COMMITTED);
			}
			TransactionEvents.this.outside.run(() -> end(this.work));
		}

	}

}
