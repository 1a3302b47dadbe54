package dev.triggerview.event;

import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.event.spi.PreDeleteEvent;
import org.hibernate.event.spi.PreDeleteEventListener;
import org.hibernate.event.spi.PreInsertEvent;
import org.hibernate.event.spi.PreInsertEventListener;
import org.hibernate.event.spi.PreUpdateEvent;
import org.hibernate.event.spi.PreUpdateEventListener;
import org.jspecify.annotations.Nullable;

/**
 * Tells of rows that Hibernate is about to write, except updates of a session's flush.
 */
final class BeforeListener implements PreInsertEventListener, PreUpdateEventListener, PreDeleteEventListener {

	private static final long serialVersionUID = 1L;

	private final transient Dispatcher dispatcher;

	BeforeListener(Dispatcher dispatcher) {
		this.dispatcher = dispatcher;
	}

	@Override
	public boolean onPreInsert(PreInsertEvent event) {
		EntityListeners<Object> listeners = this.dispatcher.listeners(event.getPersister());
		if (listeners != null && listeners.hears(Moment.BEFORE_INSERT)) {
			SessionWork work = this.dispatcher.workIfAny(event.getSession());
			this.dispatcher.before(event.getSession(), listeners, Moment.BEFORE_INSERT,
					new BeforeInsert<>(Origin.of(listeners.model(), event.getSession()), event.getEntity(),
							event.getId(), event.getState(), (work != null) ? work.ahead(event.getEntity()) : null));
		}
		return false;
	}

	/** Only for stateless sessions: what is set here is lost in the flush of others. */
	@Override
	public boolean onPreUpdate(PreUpdateEvent event) {
		EntityListeners<Object> listeners = this.dispatcher.listeners(event.getPersister());
		if (listeners != null && listeners.hears(Moment.BEFORE_UPDATE)
				&& !(event.getSession() instanceof SessionImplementor)) {
			this.dispatcher.before(event.getSession(), listeners, Moment.BEFORE_UPDATE,
					new BeforeUpdate<>(Origin.of(listeners.model(), event.getSession()), event.getEntity(),
							event.getId(), event.getOldState(), event.getState()));
		}
		return false;
	}

	@Override
	public boolean onPreDelete(PreDeleteEvent event) {
		EntityListeners<Object> listeners = this.dispatcher.listeners(event.getPersister());
		if (listeners != null && listeners.needs(Moment.BEFORE_DELETE)) {
			@Nullable Object @Nullable [] row = storedRow(event);
			if (row != null) {
				this.dispatcher.work(event.getSession()).stored(event.getEntity(), row);
			}
			this.dispatcher.before(event.getSession(), listeners, Moment.BEFORE_DELETE, new BeforeDelete<>(
					Origin.of(listeners.model(), event.getSession()), event.getEntity(), event.getId(), row));
		}
		return false;
	}

	/**
	 * Return the row as the database has it. What Hibernate calls deleted state is the
	 * entity when it was removed, with changes that were never written.
	 */
	private @Nullable Object @Nullable [] storedRow(PreDeleteEvent event) {
		if (!(event.getSession() instanceof SessionImplementor session)) {
			return null;
		}
		@Nullable Object @Nullable [] updated = this.dispatcher.work(session).stored(event.getEntity());
		if (updated != null) {
			return updated;
		}
		EntityEntry entry = session.getPersistenceContextInternal().getEntry(event.getEntity());
		if (entry != null && entry.getLoadedState() != null) {
			return entry.getLoadedState();
		}
		return StoredRow.read(event.getPersister(), event.getId(), session);
	}

}
