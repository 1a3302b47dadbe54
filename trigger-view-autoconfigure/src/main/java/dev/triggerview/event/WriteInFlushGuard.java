package dev.triggerview.event;

import org.hibernate.Hibernate;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.event.spi.DeleteContext;
import org.hibernate.event.spi.DeleteEvent;
import org.hibernate.event.spi.DeleteEventListener;
import org.hibernate.event.spi.PersistContext;
import org.hibernate.event.spi.PersistEvent;
import org.hibernate.event.spi.PersistEventListener;

/**
 * Refuses a before-listener that adds to the inserts or deletes that Hibernate is
 * executing: Hibernate would fail with a {@code ConcurrentModificationException} or
 * insert twice.
 */
final class WriteInFlushGuard implements PersistEventListener, DeleteEventListener {

	private static final long serialVersionUID = 1L;

	private final transient Dispatcher dispatcher;

	WriteInFlushGuard(Dispatcher dispatcher) {
		this.dispatcher = dispatcher;
	}

	/** Nothing is inserted for what is managed already. */
	@Override
	public void onPersist(PersistEvent event) {
		PersistenceContext context = event.getSession().getPersistenceContextInternal();
		if (context.getEntry(Hibernate.unproxy(event.getObject())) == null) {
			this.dispatcher.requireNotExecuting(event.getSession(), Operation.INSERT);
		}
	}

	@Override
	public void onPersist(PersistEvent event, PersistContext createdAlready) {
		onPersist(event);
	}

	@Override
	public void onDelete(DeleteEvent event) {
		this.dispatcher.requireNotExecuting(event.getSession(), Operation.DELETE);
	}

	@Override
	public void onDelete(DeleteEvent event, DeleteContext transientEntities) {
		onDelete(event);
	}

}
