package dev.triggerview.hibernate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;

/** Registers what listens to the sessions of a persistence unit that has views. */
final class ViewListeners {

	private final Map<String, MappedView> all = new HashMap<>();

	private final Map<String, MappedView> readOnly = new HashMap<>();

	private final Map<String, String> viewOfRole;

	private final Map<String, Set<String>> spaces;

	private final Map<String, Set<String>> spacesOfRole;

	/**
	 * @param views the entities
	 * @param spaces the tables whose changes show in entities that read views, by name
	 * @param viewOfRole the collections, and the view that a change of them would write
	 * @param spacesOfRole the collections that are read from views, and the tables whose
	 * changes show in them
	 */
	ViewListeners(List<MappedView> views, Map<String, Set<String>> spaces, Map<String, String> viewOfRole,
			Map<String, Set<String>> spacesOfRole) {
		this.spaces = spaces;
		this.viewOfRole = viewOfRole;
		this.spacesOfRole = spacesOfRole;
		for (MappedView view : views) {
			this.all.put(view.entityName(), view);
			if (view.readOnly()) {
				this.readOnly.put(view.entityName(), view);
			}
		}
	}

	void register(SessionFactoryImplementor factory) {
		EventListenerRegistry registry = factory.getServiceRegistry().requireService(EventListenerRegistry.class);
		FreshLoad loads = new FreshLoad(this.all, this.spaces);
		registry.prependListeners(EventType.LOAD, loads);
		registry.prependListeners(EventType.REFRESH, loads);
		if (!this.spacesOfRole.isEmpty()) {
			registry.prependListeners(EventType.INIT_COLLECTION, new FreshCollections(this.spacesOfRole));
		}
		if (!this.readOnly.isEmpty()) {
			CallGuard calls = new CallGuard(this.readOnly);
			registry.prependListeners(EventType.PERSIST, calls);
			registry.prependListeners(EventType.PERSIST_ONFLUSH, calls);
			registry.prependListeners(EventType.MERGE, calls);
			registry.prependListeners(EventType.DELETE, calls);
			registerWriteGuard(registry, new WriteGuard(this.readOnly));
		}
		if (!this.viewOfRole.isEmpty()) {
			CollectionGuard collections = new CollectionGuard(this.viewOfRole);
			registry.prependListeners(EventType.PRE_COLLECTION_RECREATE, collections);
			registry.prependListeners(EventType.PRE_COLLECTION_UPDATE, collections);
		}
	}

	static void registerSecondaryViewGuard(SessionFactoryImplementor factory) {
		EventListenerRegistry registry = factory.getServiceRegistry().requireService(EventListenerRegistry.class);
		SecondaryViewGuard beside = new SecondaryViewGuard();
		registry.appendListeners(EventType.FLUSH_ENTITY, beside);
		registry.prependListeners(EventType.PRE_INSERT, beside);
	}

	private static void registerWriteGuard(EventListenerRegistry registry, WriteGuard writes) {
		registry.appendListeners(EventType.FLUSH_ENTITY, writes);
		registry.prependListeners(EventType.PRE_INSERT, writes);
		registry.prependListeners(EventType.PRE_UPDATE, writes);
		registry.prependListeners(EventType.PRE_DELETE, writes);
		registry.prependListeners(EventType.PRE_UPSERT, writes);
	}

}
