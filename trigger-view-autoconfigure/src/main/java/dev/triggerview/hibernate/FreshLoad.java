package dev.triggerview.hibernate;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.hibernate.Hibernate;
import org.hibernate.LockOptions;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.EntityKey;
import org.hibernate.engine.spi.LoadQueryInfluencers;
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

	private final transient Map<String, Set<String>> spaces;

	private final transient Set<String> allSpaces;

	/**
	 * @param views the entities that are mapped to views
	 * @param spaces the tables whose changes show in an entity that reads views, its own
	 * or those that it refers to
	 */
	FreshLoad(Map<String, MappedView> views, Map<String, Set<String>> spaces) {
		this.views = views;
		this.spaces = spaces;
		this.allSpaces = spaces.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
	}

	@Override
	public void onLoad(LoadEvent event, LoadType type) {
		if (type != GET && type != IMMEDIATE_LOAD) {
			return;
		}
		EventSource session = event.getSession();
		Set<String> read = spaces(event.getEntityClassName(), session);
		if (!read.isEmpty()) {
			load(session, event, type, read);
		}
	}

	private void load(EventSource session, LoadEvent event, LoadType type, Set<String> read) {
		MappedView view = this.views.get(event.getEntityClassName());
		EntityKey key = session.generateEntityKey(event.getEntityId(),
				session.getFactory().getMappingMetamodel().getEntityDescriptor(event.getEntityClassName()));
		Object known = session.getPersistenceContextInternal().getEntity(key);
		if (view != null || known == null) {
			PendingChanges.flush(session, read);
		}
		if (view != null && view.readOnly() && type == GET && known != null) {
			readAgain(session, key, known);
		}
	}

	/** A graph or profile of the call may refer to any view. */
	private Set<String> spaces(String entity, EventSource session) {
		LoadQueryInfluencers influencers = session.getLoadQueryInfluencers();
		boolean extended = influencers.hasEnabledFetchProfiles()
				|| influencers.getEffectiveEntityGraph().getGraph() != null;
		return extended ? this.allSpaces : this.spaces.getOrDefault(entity, Set.of());
	}

	@Override
	public void onRefresh(RefreshEvent event) {
		MappedView view = this.views.get(Hibernate.getClassLazy(event.getObject()).getName());
		if (view != null && view.readOnly()) {
			EventSource session = event.getSession();
			forgetChanges(Hibernate.unproxy(event.getObject()), session);
			PendingChanges.flush(session, this.spaces.getOrDefault(view.entityName(), Set.of()));
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

	/**
	 * The persister of a view puts the row into the instance that is there, which may be
	 * of another class than is asked for.
	 */
	private static void readAgain(EventSource session, EntityKey key, Object known) {
		if (session.getPersistenceContextInternal().isFlushing()) {
			return;
		}
		EntityEntry entry = session.getPersistenceContextInternal().getEntry(known);
		EntityPersister persister = (entry != null) ? entry.getPersister() : key.getPersister();
		if (persister.load(key.getIdentifier(), null, new LockOptions(), session) == null) {
			session.evict(known);
		}
	}

}
