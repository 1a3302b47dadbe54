package dev.triggerview.event;

import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.event.internal.DefaultFlushEntityEventListener;
import org.hibernate.event.spi.FlushEntityEvent;

/**
 * Tells of rows that a flush is about to update. This is the only place where a changed
 * value still gets its column: Hibernate computes the columns of dynamic updates and of
 * joined tables right after.
 */
final class UpdateFlushListener extends DefaultFlushEntityEventListener {

	private final Dispatcher dispatcher;

	UpdateFlushListener(Dispatcher dispatcher) {
		this.dispatcher = dispatcher;
	}

	@Override
	protected boolean invokeInterceptor(FlushEntityEvent event) {
		boolean changed = super.invokeInterceptor(event);
		EntityEntry entry = event.getEntityEntry();
		EntityListeners<Object> listeners = this.dispatcher.listeners(entry.getPersister());
		if (listeners == null || !listeners.hears(Moment.BEFORE_UPDATE) && !listeners.hears(Moment.BEFORE_INSERT)) {
			return changed;
		}
		return tell(event, entry, listeners) || changed;
	}

	private boolean tell(FlushEntityEvent event, EntityEntry entry, EntityListeners<Object> listeners) {
		SessionWork work = this.dispatcher.work(event.getSession());
		if (work.isAsking()) {
			work.postpone();
			return false;
		}
		if (!entry.isExistsInDatabase()) {
			work.ahead(event.getEntity(), event.getPropertyValues());
		}
		if (!listeners.hears(Moment.BEFORE_UPDATE)) {
			return false;
		}
		this.dispatcher.before(event.getSession(), listeners, Moment.BEFORE_UPDATE,
				new BeforeUpdate<>(Origin.of(listeners.model(), event.getSession()), event.getEntity(), entry.getId(),
						entry.getLoadedState(), event.getPropertyValues()));
		return true;
	}

}
