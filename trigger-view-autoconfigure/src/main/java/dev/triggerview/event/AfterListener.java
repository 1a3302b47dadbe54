package dev.triggerview.event;

import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** Collects the rows that Hibernate has written. */
final class AfterListener implements PostInsertEventListener, PostUpdateEventListener, PostDeleteEventListener {

	private static final long serialVersionUID = 1L;

	private final transient Dispatcher dispatcher;

	AfterListener(Dispatcher dispatcher) {
		this.dispatcher = dispatcher;
	}

	@Override
	public void onPostInsert(PostInsertEvent event) {
		this.dispatcher.written(event, Operation.INSERT, null, event.getState());
	}

	@Override
	public void onPostUpdate(PostUpdateEvent event) {
		keepFixed(event);
		rememberRowOfDelete(event);
		this.dispatcher.written(event, Operation.UPDATE, event.getOldState(), event.getState());
	}

	/**
	 * It is the array that Hibernate remembers: the next change has the right old row.
	 */
	private void keepFixed(PostUpdateEvent event) {
		EntityListeners<Object> listeners = this.dispatcher.listeners(event.getPersister());
		@Nullable Object @Nullable [] old = event.getOldState();
		if (listeners != null && old != null) {
			listeners.model().fixed().keep(old, event.getState());
		}
	}

	/** A changed entity that is removed is updated before: the delete finds that row. */
	private void rememberRowOfDelete(PostUpdateEvent event) {
		if (event.getSession() instanceof SessionImplementor session
				&& this.dispatcher.listeners(event.getPersister()) != null) {
			EntityEntry entry = session.getPersistenceContextInternal().getEntry(event.getEntity());
			if (entry != null && entry.getStatus().isDeletedOrGone()) {
				this.dispatcher.work(session).stored(event.getEntity(), event.getState());
			}
		}
	}

	@Override
	public void onPostDelete(PostDeleteEvent event) {
		SessionWork work = this.dispatcher.workIfAny(event.getSession());
		this.dispatcher.written(event, Operation.DELETE, (work != null) ? work.stored(event.getEntity()) : null, null);
	}

	@Override
	public boolean requiresPostCommitHandling(EntityPersister persister) {
		return false;
	}

}
