package dev.triggerview.event;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.internal.DefaultFlushEntityEventListener;
import org.hibernate.event.internal.DefaultFlushEventListener;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;

/**
 * Registers with Hibernate what the listeners of the application need, and nothing when
 * there are none.
 */
final class HibernateListeners {

	private final EventListenerRegistry registry;

	private final Dispatcher dispatcher;

	private final BulkEvents bulk;

	HibernateListeners(SessionFactoryImplementor sessionFactory, Dispatcher dispatcher, BulkEvents bulk) {
		this.registry = sessionFactory.getServiceRegistry().requireService(EventListenerRegistry.class);
		this.dispatcher = dispatcher;
		this.bulk = bulk;
	}

	void register() {
		BeforeListener before = new BeforeListener(this.dispatcher);
		register(EventType.PRE_INSERT, before, Moment.BEFORE_INSERT);
		register(EventType.PRE_UPDATE, before, Moment.BEFORE_UPDATE);
		register(EventType.PRE_DELETE, before, Moment.BEFORE_DELETE);
		WriteInFlushGuard guard = new WriteInFlushGuard(this.dispatcher);
		if (this.dispatcher.needs(Moment.BEFORE_INSERT)) {
			this.registry.prependListeners(EventType.PERSIST, guard);
		}
		if (this.dispatcher.needs(Moment.BEFORE_DELETE)) {
			this.registry.prependListeners(EventType.DELETE, guard);
		}
		AfterListener after = new AfterListener(this.dispatcher);
		register(EventType.POST_INSERT, after, Moment.AFTER_INSERT);
		register(EventType.POST_UPDATE, after, Moment.AFTER_UPDATE);
		register(EventType.POST_DELETE, after, Moment.AFTER_DELETE);
		if (this.dispatcher.isHeard()) {
			UpsertListener upsert = new UpsertListener(this.dispatcher);
			this.registry.appendListeners(EventType.PRE_UPSERT, upsert);
			this.registry.appendListeners(EventType.POST_UPSERT, upsert);
		}
		CollectionListener collections = new CollectionListener(this.dispatcher);
		register(EventType.PRE_COLLECTION_RECREATE, collections, Moment.COLLECTION);
		register(EventType.PRE_COLLECTION_UPDATE, collections, Moment.COLLECTION);
		register(EventType.PRE_COLLECTION_REMOVE, collections, Moment.COLLECTION);
		register(EventType.POST_COLLECTION_RECREATE, collections, Moment.COLLECTION);
		register(EventType.POST_COLLECTION_UPDATE, collections, Moment.COLLECTION);
		register(EventType.POST_COLLECTION_REMOVE, collections, Moment.COLLECTION);
		if (this.dispatcher.isHeard()) {
			replaceFlush();
		}
	}

	@SuppressWarnings("unchecked")
	private <L> void register(EventType<L> type, L listener, Moment moment) {
		if (this.dispatcher.needs(moment)) {
			this.registry.appendListeners(type, listener);
		}
	}

	private void replaceFlush() {
		FlushBoundary boundary = new FlushBoundary(this.dispatcher, listeners(EventType.FLUSH), this.bulk, isPlain());
		replaceAll(EventType.FLUSH, List.of(boundary));
		replaceFirst(EventType.AUTO_FLUSH, new AutoFlushBoundary(this.dispatcher, boundary));
		if (this.dispatcher.needs(Moment.BEFORE_INSERT) || this.dispatcher.needs(Moment.BEFORE_UPDATE)
				|| this.dispatcher.hearsOfUnloaded()) {
			replaceFirst(EventType.FLUSH_ENTITY, new UpdateFlushListener(this.dispatcher));
		}
	}

	private boolean isPlain() {
		return isPlain(EventType.FLUSH, DefaultFlushEventListener.class)
				&& isPlain(EventType.FLUSH_ENTITY, DefaultFlushEntityEventListener.class);
	}

	private boolean isPlain(EventType<?> type, Class<?> ofHibernate) {
		List<?> all = listeners(type);
		return all.size() == 1 && all.get(0).getClass() == ofHibernate;
	}

	/** Hibernate's own listener comes first; what others added after it stays. */
	private <L> void replaceFirst(EventType<L> type, L listener) {
		List<L> listeners = listeners(type);
		listeners.set(0, listener);
		replaceAll(type, listeners);
	}

	@SuppressWarnings("unchecked")
	private <L> void replaceAll(EventType<L> type, List<L> listeners) {
		L[] array = (L[]) Array.newInstance(type.baseListenerInterface(), listeners.size());
		this.registry.setListeners(type, listeners.toArray(array));
	}

	@SuppressWarnings("deprecation")
	private <L> List<L> listeners(EventType<L> type) {
		List<L> listeners = new ArrayList<>();
		this.registry.getEventListenerGroup(type).listeners().forEach(listeners::add);
		return listeners;
	}

}
