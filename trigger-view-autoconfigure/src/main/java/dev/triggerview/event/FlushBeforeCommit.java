package dev.triggerview.event;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import org.hibernate.FlushMode;
import org.hibernate.engine.spi.SessionImplementor;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.orm.jpa.EntityManagerFactoryInfo;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Flushes before the commit instead of in it: an exception of a listener reaches the
 * caller as it is, and listeners in the phase before commit are still called for what the
 * flush writes (spring-framework#35081).
 */
final class FlushBeforeCommit implements TransactionSynchronization, Ordered {

	private final EntityManagerFactory factory;

	private final Dispatcher dispatcher;

	private final boolean alone;

	private final Set<TransactionSynchronization> called = Collections.newSetFromMap(new IdentityHashMap<>());

	/**
	 * @param alone whether only synchronizations are called before the commit
	 */
	FlushBeforeCommit(EntityManagerFactory factory, Dispatcher dispatcher, boolean alone) {
		this.factory = factory;
		this.dispatcher = dispatcher;
		this.alone = alone;
	}

	boolean isOf(EntityManagerFactory other) {
		return this.factory == other;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public void beforeCommit(boolean readOnly) {
		if (!readOnly) {
			flushAndSettle(false);
		}
	}

	/** Do the same for what other synchronizations have written since: none follows. */
	void beforeCommitAgain() {
		if (hasOthers()) {
			flushAndSettle(true);
		}
	}

	private void flushAndSettle(boolean last) {
		this.called.addAll(TransactionSynchronizationManager.getSynchronizations());
		SessionImplementor flushed = flushAndTell();
		if (flushed != null && this.alone && (last || !hasOthers())) {
			this.dispatcher.settled(flushed);
		}
	}

	/** Return the session if it has written everything now, null if it does not flush. */
	private @Nullable SessionImplementor flushAndTell() {
		if (!(TransactionSynchronizationManager.getResource(this.factory) instanceof EntityManagerHolder holder)) {
			return null;
		}
		SessionImplementor session = holder.getEntityManager().unwrap(SessionImplementor.class);
		boolean flushes = session.getHibernateFlushMode() != FlushMode.MANUAL;
		do {
			if (flushes) {
				flush(session);
			}
			this.dispatcher.transactions().committing(session);
		}
		while (callNew());
		return flushes ? session : null;
	}

	/** Return whether code of others runs before the commit, and may change something. */
	private boolean hasOthers() {
		for (TransactionSynchronization other : TransactionSynchronizationManager.getSynchronizations()) {
			if (other != this && !(other instanceof TransactionEvents.Synchronization)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * What the database refuses is told in Spring's words, as where the commit flushes.
	 */
	private void flush(SessionImplementor session) {
		try {
			session.flush();
		}
		catch (PersistenceException ex) {
			throw (this.factory instanceof EntityManagerFactoryInfo info && info.getJpaDialect() != null)
					? DataAccessUtils.translateIfNecessary(ex, info.getJpaDialect()) : ex;
		}
	}

	/** Call who came while we flushed: Spring has asked for the others before. */
	private boolean callNew() {
		boolean found = false;
		for (TransactionSynchronization synchronization : TransactionSynchronizationManager.getSynchronizations()) {
			if (this.called.add(synchronization)) {
				synchronization.beforeCommit(false);
				found = true;
			}
		}
		return found;
	}

}
