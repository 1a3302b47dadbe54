package dev.triggerview.hibernate;

import java.util.Map;

import dev.triggerview.view.ReadOnlyViewException;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.event.spi.PreCollectionRecreateEvent;
import org.hibernate.event.spi.PreCollectionRecreateEventListener;
import org.hibernate.event.spi.PreCollectionUpdateEvent;
import org.hibernate.event.spi.PreCollectionUpdateEventListener;

/**
 * Refuses changes of collections that belong to a read-only view, or whose table is a
 * view, such as a list that is mapped by a join column or join table without an inverse
 * side.
 */
final class CollectionGuard implements PreCollectionRecreateEventListener, PreCollectionUpdateEventListener {

	private static final long serialVersionUID = 1L;

	private final transient Map<String, String> viewOfRole;

	/**
	 * @param viewOfRole the collections, and the view that a change would write
	 */
	CollectionGuard(Map<String, String> viewOfRole) {
		this.viewOfRole = viewOfRole;
	}

	@Override
	public void onPreRecreateCollection(PreCollectionRecreateEvent event) {
		PersistentCollection<?> collection = event.getCollection();
		if (!collection.empty()) {
			refuse(event.getAffectedOwnerEntityName(), collection.getRole());
		}
	}

	@Override
	public void onPreUpdateCollection(PreCollectionUpdateEvent event) {
		refuse(event.getAffectedOwnerEntityName(), event.getCollection().getRole());
	}

	private void refuse(String owner, String role) {
		String view = this.viewOfRole.get(role);
		if (view != null) {
			throw new ReadOnlyViewException(owner, view, "changing " + role);
		}
	}

}
