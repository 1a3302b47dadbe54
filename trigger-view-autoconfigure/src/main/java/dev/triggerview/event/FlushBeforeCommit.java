package dev.triggerview.event;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import org.hibernate.FlushMode;
import org.hibernate.engine.spi.SessionImplementor;

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

	/**
	 * @param alone whether only synchronizations are called before the commit
	 */
	FlushBeforeCommit(EntityManagerFactory factory, Dispatcher dispatcher, boolean alone) {
		this.factory = factory;
		this.dispatcher = dispatcher;
		this.alone = alone;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public void beforeCommit(boolean readOnly) {
		if (readOnly || !(TransactionSynchronizationManager
			.getResource(this.factory) instanceof EntityManagerHolder holder)) {
			return;
		}
		SessionImplementor session = holder.getEntityManager().unwrap(SessionImplementor.class);
		Set<TransactionSynchronization> called = Collections.newSetFromMap(new IdentityHashMap<>());
		called.addAll(TransactionSynchronizationManager.getSynchronizations());
		do {
			if (session.getHibernateFlushMode() != FlushMode.MANUAL) {
				flush(session);
			}
			this.dispatcher.transactions().committing(session);
		}
		while (callNew(called));
		if (session.getHibernateFlushMode() != FlushMode.MANUAL && nobodyFollows()) {
			this.dispatcher.settled(session);
		}
	}

	/**
	 * Return whether no code of others runs until the commit, which would have to flush
	 * what it changes.
	 */
	private boolean nobodyFollows() {
		if (!this.alone) {
			return false;
		}
		for (TransactionSynchronization other : TransactionSynchronizationManager.getSynchronizations()) {
			if (other != this && !(other instanceof TransactionEvents.Synchronization)) {
				return false;
			}
		}
		return true;
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
	private static boolean callNew(Set<TransactionSynchronization> called) {
		boolean found = false;
		for (TransactionSynchronization synchronization : TransactionSynchronizationManager.getSynchronizations()) {
			if (called.add(synchronization)) {
				synchronization.beforeCommit(false);
				found = true;
			}
		}
		return found;
	}

}
