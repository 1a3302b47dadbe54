package dev.triggerview.event;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import org.hibernate.collection.spi.AbstractPersistentCollection;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.spi.AbstractCollectionEvent;
import org.hibernate.event.spi.PostCollectionRecreateEvent;
import org.hibernate.event.spi.PostCollectionRecreateEventListener;
import org.hibernate.event.spi.PostCollectionRemoveEvent;
import org.hibernate.event.spi.PostCollectionRemoveEventListener;
import org.hibernate.event.spi.PostCollectionUpdateEvent;
import org.hibernate.event.spi.PostCollectionUpdateEventListener;
import org.hibernate.event.spi.PreCollectionRecreateEvent;
import org.hibernate.event.spi.PreCollectionRecreateEventListener;
import org.hibernate.event.spi.PreCollectionRemoveEvent;
import org.hibernate.event.spi.PreCollectionRemoveEventListener;
import org.hibernate.event.spi.PreCollectionUpdateEvent;
import org.hibernate.event.spi.PreCollectionUpdateEventListener;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * Collects the collections that a flush writes. Before the statements is the last time
 * that Hibernate knows the elements that the database has; a stateless session never
 * learns that it has written them.
 */
final class CollectionListener implements PreCollectionRecreateEventListener, PreCollectionUpdateEventListener,
		PreCollectionRemoveEventListener, PostCollectionRecreateEventListener, PostCollectionUpdateEventListener,
		PostCollectionRemoveEventListener {

	private static final long serialVersionUID = 1L;

	private final transient Dispatcher dispatcher;

	CollectionListener(Dispatcher dispatcher) {
		this.dispatcher = dispatcher;
	}

	@Override
	public void onPreRecreateCollection(PreCollectionRecreateEvent event) {
		collect(event, () -> recreated(event));
	}

	@Override
	public void onPreUpdateCollection(PreCollectionUpdateEvent event) {
		collect(event, () -> updated(event));
	}

	@Override
	public void onPreRemoveCollection(PreCollectionRemoveEvent event) {
		collect(event, () -> removed(event));
	}

	@Override
	public void onPostRecreateCollection(PostCollectionRecreateEvent event) {
		tell(event, () -> recreated(event));
	}

	@Override
	public void onPostUpdateCollection(PostCollectionUpdateEvent event) {
		tell(event, () -> updated(event));
	}

	@Override
	public void onPostRemoveCollection(PostCollectionRemoveEvent event) {
		tell(event, () -> removed(event));
	}

	/** What a flush writes is told at its end. */
	private void collect(AbstractCollectionEvent event, Supplier<@Nullable Elements> elements) {
		SharedSessionContractImplementor session = session(event);
		if (session instanceof SessionImplementor) {
			change(event, elements).ifPresent(this.dispatcher.work(session)::collection);
		}
	}

	/** A stateless session has no flush. */
	private void tell(AbstractCollectionEvent event, Supplier<@Nullable Elements> elements) {
		SharedSessionContractImplementor session = session(event);
		if (!(session instanceof SessionImplementor)) {
			change(event, elements).ifPresent((change) -> {
				if (session != null) {
					session.getJdbcCoordinator().executeBatch();
				}
				this.dispatcher.tell(change);
			});
		}
	}

	private Optional<CollectionChange<?>> change(AbstractCollectionEvent event, Supplier<@Nullable Elements> elements) {
		CollectionPersister persister = event.getCollectionPersister();
		Object owner = event.getAffectedOwnerOrNull();
		if (persister == null || persister.isInverse() || owner == null) {
			return Optional.empty();
		}
		EntityPersister declaring = persister.getOwnerEntityPersister();
		EntityListeners<Object> listeners = this.dispatcher
			.listeners(declaring.getSubclassEntityPersister(owner, declaring.getFactory()));
		Elements changed = (listeners != null && listeners.hears(Moment.COLLECTION)) ? elements.get() : null;
		if (listeners == null || changed == null) {
			return Optional.empty();
		}
		String property = persister.getRole().substring(declaring.getEntityName().length() + 1);
		return Optional
			.of(new CollectionChange<>(listeners.model(), owner, event.getAffectedOwnerIdOrNull(), property, changed));
	}

	private static @Nullable Elements recreated(AbstractCollectionEvent event) {
		List<Object> elements = Elements.current(event.getCollection(), persister(event));
		return elements.isEmpty() ? null : Elements.between(List.of(), elements, persister(event));
	}

	private static Elements updated(AbstractCollectionEvent event) {
		return Elements.between(Elements.stored(event.getCollection()),
				Elements.current(event.getCollection(), persister(event)), persister(event));
	}

	private static @Nullable Elements removed(AbstractCollectionEvent event) {
		List<Object> elements = Elements.stored(event.getCollection());
		return (elements.isEmpty() && event.getCollection().wasInitialized()) ? null
				: Elements.between(elements, List.of(), persister(event));
	}

	private static CollectionPersister persister(AbstractCollectionEvent event) {
		return Objects.requireNonNull(event.getCollectionPersister());
	}

	/**
	 * The events of stateless sessions have no session, but their collections have,
	 * unless they come from a session that is closed.
	 */
	private static @Nullable SharedSessionContractImplementor session(AbstractCollectionEvent event) {
		return (event.getCollection() instanceof AbstractPersistentCollection<?> collection) ? collection.getSession()
				: event.getSession();
	}

}
