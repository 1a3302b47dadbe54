package dev.triggerview.hibernate;

import java.util.Map;
import java.util.Set;

import org.hibernate.event.spi.InitializeCollectionEvent;
import org.hibernate.event.spi.InitializeCollectionEventListener;

/** Makes a lazy collection of a view's rows see what the session has not flushed yet. */
final class FreshCollections implements InitializeCollectionEventListener {

	private static final long serialVersionUID = 1L;

	private final transient Map<String, Set<String>> spaces;

	/**
	 * @param spaces the tables whose changes show in a collection, by its role
	 */
	FreshCollections(Map<String, Set<String>> spaces) {
		this.spaces = spaces;
	}

	@Override
	public void onInitializeCollection(InitializeCollectionEvent event) {
		Set<String> read = this.spaces.get(event.getCollection().getRole());
		if (read != null) {
			PendingChanges.flush(event.getSession(), read);
		}
	}

}
