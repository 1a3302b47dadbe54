package dev.triggerview.event;

import java.util.List;

import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.event.spi.AbstractCollectionEvent;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.PreCollectionRecreateEvent;
import org.hibernate.event.spi.PreCollectionRecreateEventListener;
import org.hibernate.event.spi.PreCollectionRemoveEvent;
import org.hibernate.event.spi.PreCollectionRemoveEventListener;
import org.hibernate.event.spi.PreCollectionUpdateEvent;
import org.hibernate.event.spi.PreCollectionUpdateEventListener;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;

/**
 * Collects the collections that a flush writes. Before the statements is the last time
 * that Hibernate knows the elements that the database has.
 */
final class CollectionListener implements PreCollectionRecreateEventListener, PreCollectionUpdateEventListener,
		PreCollectionRemoveEventListener {

	private static final long serialVersionUID = 1L;

	private final transient Dispatcher dispatcher;

	CollectionListener(Dispatcher dispatcher) {
		this.dispatcher = dispatcher;
	}

	@Override
	public void onPreRecreateCollection(PreCollectionRecreateEvent event) {
		List<Object> elements = Elements.current(event.getCollection(), event.getCollectionPersister());
		if (!elements.isEmpty()) {
			changed(event, List.of(), elements);
		}
	}

	@Override
	public void onPreUpdateCollection(PreCollectionUpdateEvent event) {
		PersistentCollection<?> collection = event.getCollection();
		changed(event, Elements.stored(collection), Elements.current(collection, event.getCollectionPersister()));
	}

	@Override
	public void onPreRemoveCollection(PreCollectionRemoveEvent event) {
		List<Object> elements = Elements.stored(event.getCollection());
		if (!elements.isEmpty() || !event.getCollection().wasInitialized()) {
			changed(event, elements, List.of());
		}
	}

	private void changed(AbstractCollectionEvent event, List<Object> before, List<Object> after) {
		CollectionPersister persister = event.getCollectionPersister();
		Object owner = event.getAffectedOwnerOrNull();
		EventSource session = event.getSession();
		if (persister == null || persister.isInverse() || owner == null || session == null) {
			return;
		}
		EntityPersister entity = session.getEntityPersister(event.getAffectedOwnerEntityName(), owner);
		EntityListeners<Object> listeners = this.dispatcher.listeners(entity);
		if (listeners != null && listeners.hears(Moment.COLLECTION)) {
			String property = persister.getRole()
				.substring(persister.getOwnerEntityPersister().getEntityName().length() + 1);
			this.dispatcher.work(session)
				.collection(new CollectionChange<>(listeners.model(), owner, event.getAffectedOwnerIdOrNull(), property,
						Elements.between(before, after)));
		}
	}

}
