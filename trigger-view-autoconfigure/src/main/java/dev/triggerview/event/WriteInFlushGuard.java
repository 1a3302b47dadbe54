package dev.triggerview.event;

import org.hibernate.event.spi.DeleteContext;
import org.hibernate.event.spi.DeleteEvent;
import org.hibernate.event.spi.DeleteEventListener;
import org.hibernate.event.spi.PersistContext;
import org.hibernate.event.spi.PersistEvent;
import org.hibernate.event.spi.PersistEventListener;
import org.hibernate.proxy.HibernateProxy;

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

	@Override
	public void onPersist(PersistEvent event) {
		this.dispatcher.requireNotExecuting(event.getSession(), Operation.INSERT, () -> isNew(event));
	}

	/** Nothing is inserted for what is managed already, as whatever has a proxy. */
	private static boolean isNew(PersistEvent event) {
		Object entity = event.getObject();
		return HibernateProxy.extractLazyInitializer(entity) == null
				&& event.getSession().getPersistenceContextInternal().getEntry(entity) == null;
	}

	@Override
	public void onPersist(PersistEvent event, PersistContext createdAlready) {
		onPersist(event);
	}

	@Override
	public void onDelete(DeleteEvent event) {
		this.dispatcher.requireNotExecuting(event.getSession(), Operation.DELETE, () -> true);
	}

	@Override
	public void onDelete(DeleteEvent event, DeleteContext transientEntities) {
		onDelete(event);
	}

}
