package dev.triggerview.hibernate;

import java.util.Map;

import org.hibernate.Hibernate;
import org.hibernate.LockOptions;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.EntityKey;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.LoadEvent;
import org.hibernate.event.spi.LoadEventListener;
import org.hibernate.event.spi.RefreshContext;
import org.hibernate.event.spi.RefreshEvent;
import org.hibernate.event.spi.RefreshEventListener;
import org.hibernate.persister.entity.EntityPersister;

/**
 * Makes {@code find}, {@code refresh} and lazy proxies of a view see what the session has
 * not flushed yet, and reads an instance that the session already has again.
 */
final class FreshLoad implements LoadEventListener, RefreshEventListener {

	private static final long serialVersionUID = 1L;

	private final transient Map<String, MappedView> views;

	FreshLoad(Map<String, MappedView> views) {
		this.views = views;
	}

	@Override
	public void onLoad(LoadEvent event, LoadType type) {
		MappedView view = (type == GET || type == IMMEDIATE_LOAD) ? this.views.get(event.getEntityClassName()) : null;
		EventSource session = event.getSession();
		if (view == null || session.getPersistenceContextInternal().isFlushing()) {
			return;
		}
		session.autoFlushIfRequired(view.spaces());
		if (view.readOnly() && type == GET) {
			readAgain(session, view, event.getEntityId());
		}
	}

	@Override
	public void onRefresh(RefreshEvent event) {
		MappedView view = this.views.get(Hibernate.getClassLazy(event.getObject()).getName());
		if (view != null && view.readOnly()) {
			EventSource session = event.getSession();
			forgetChanges(Hibernate.unproxy(event.getObject()), session);
			session.autoFlushIfRequired(view.spaces());
		}
	}

	@Override
	public void onRefresh(RefreshEvent event, RefreshContext refreshedAlready) {
		onRefresh(event);
	}

	/**
	 * The flush would refuse what the caller is about to replace. Attributes that are
	 * lazy by bytecode have no state to go back to.
	 */
	private static void forgetChanges(Object instance, EventSource session) {
		EntityEntry entry = session.getPersistenceContextInternal().getEntry(instance);
		if (entry != null && entry.getLoadedState() != null && !entry.getPersister().hasLazyProperties()) {
			entry.getPersister().setValues(instance, entry.getLoadedState());
		}
	}

	/** The persister of a view puts the row into the instance that is there. */
	private static void readAgain(EventSource session, MappedView view, Object id) {
		EntityPersister persister = session.getFactory().getMappingMetamodel().getEntityDescriptor(view.entityName());
		EntityKey key = session.generateEntityKey(id, persister);
		PersistenceContext context = session.getPersistenceContextInternal();
		Object known = context.getEntity(key);
		if (known != null && persister.load(id, null, new LockOptions(), session) == null) {
			session.evict(known);
		}
	}

}
