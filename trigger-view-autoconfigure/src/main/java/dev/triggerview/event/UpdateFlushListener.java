package dev.triggerview.event;

import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.Status;
import org.hibernate.event.internal.DefaultFlushEntityEventListener;
import org.hibernate.event.internal.WrapVisitor;
import org.hibernate.event.spi.FlushEntityEvent;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

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
	public void onFlushEntity(FlushEntityEvent event) {
		EntityPersister persister = event.getEntityEntry().getPersister();
		if (this.dispatcher.listeners(persister) != null && UnloadedReference.isWritten(persister, event.getEntity())) {
			EntityEntry loaded = UnloadedReference.load(persister, event.getEntity(), event.getSession());
			event.resetAndReuseEventInstance(event.getEntity(), loaded);
		}
		super.onFlushEntity(event);
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
		BeforeUpdate<Object> update = new BeforeUpdate<>(Origin.of(listeners.model(), event.getSession()),
				event.getEntity(), entry.getId(), entry.getLoadedState(), event.getPropertyValues());
		this.dispatcher.before(event.getSession(), listeners, Moment.BEFORE_UPDATE, update);
		boolean taken = takeCollections(event, entry);
		return update.isChanged() || taken || entry.getPersister().hasMutableProperties();
	}

	/**
	 * Hibernate would give the entity back the collections that it had before.
	 * @return whether a listener has replaced one
	 */
	private static boolean takeCollections(FlushEntityEvent event, EntityEntry entry) {
		EntityPersister persister = entry.getPersister();
		if (!persister.hasCollections() || entry.getStatus() == Status.DELETED) {
			return false;
		}
		boolean taken = false;
		Type[] types = persister.getPropertyTypes();
		@Nullable Object[] now = persister.getValues(event.getEntity());
		for (int position = 0; position < types.length; position++) {
			if (types[position].isCollectionType() && now[position] != event.getPropertyValues()[position]) {
				event.getPropertyValues()[position] = now[position];
				taken = true;
			}
		}
		new WrapVisitor(event.getEntity(), entry.getId(), event.getSession())
			.processEntityPropertyValues(event.getPropertyValues(), types);
		return taken;
	}

}
