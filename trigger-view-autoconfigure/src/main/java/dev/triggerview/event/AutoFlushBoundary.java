package dev.triggerview.event;

import org.hibernate.FlushMode;
import org.hibernate.engine.spi.ActionQueue;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.event.internal.DefaultAutoFlushEventListener;
import org.hibernate.event.spi.AutoFlushEvent;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.FlushEvent;

/**
 * The flush before a query. To find out whether one is needed Hibernate collects what it
 * would write and may throw it away; before-listeners are called only when it writes.
 */
final class AutoFlushBoundary extends DefaultAutoFlushEventListener {

	private final Dispatcher dispatcher;

	private final FlushBoundary boundary;

	AutoFlushBoundary(Dispatcher dispatcher, FlushBoundary boundary) {
		this.dispatcher = dispatcher;
		this.boundary = boundary;
	}

	@Override
	public void onAutoFlush(AutoFlushEvent event) {
		boolean done = false;
		try {
			super.onAutoFlush(event);
			done = true;
		}
		finally {
			if (!done || event.isFlushRequired()) {
				this.dispatcher.flushed(event.getSession(), done);
			}
		}
		if (event.isFlushRequired()) {
			this.boundary.deliver(event.getSession());
		}
	}

	@Override
	protected void flushEverythingToExecutions(FlushEvent event, PersistenceContext persistenceContext,
			EventSource session) {
		SessionWork work = this.dispatcher.work(session);
		ActionQueue queue = session.getActionQueue();
		int removals = queue.numberOfCollectionRemovals();
		work.asking(true);
		super.flushEverythingToExecutions(event, persistenceContext, session);
		boolean repeat = work.isPostponed() && isNeeded((AutoFlushEvent) event, session);
		work.asking(false);
		if (repeat) {
			queue.clearFromFlushNeededCheck(removals);
			preFlush(session, persistenceContext);
			super.flushEverythingToExecutions(event, persistenceContext, session);
		}
	}

	private static boolean isNeeded(AutoFlushEvent event, EventSource session) {
		return session.getHibernateFlushMode() == FlushMode.ALWAYS
				|| session.getActionQueue().areTablesToBeUpdated(event.getQuerySpaces());
	}

}
