package dev.triggerview.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.persister.collection.CollectionPersister;
import org.jspecify.annotations.Nullable;

/**
 * The elements by which a collection differs from what the database has.
 *
 * @param added the elements that are new
 * @param removed the elements that are gone
 */
record Elements(List<Object> added, List<Object> removed) {

	static Elements between(List<Object> before, List<Object> after) {
		return new Elements(without(after, before), without(before, after));
	}

	/** What was removed and created again in one flush is neither. */
	Elements and(Elements later) {
		List<Object> added = new ArrayList<>(this.added);
		added.addAll(later.added);
		List<Object> removed = new ArrayList<>(this.removed);
		removed.addAll(later.removed);
		return between(removed, added);
	}

	/** Return what the database has, as Hibernate remembers it. */
	static List<Object> stored(@Nullable PersistentCollection<?> collection) {
		Object snapshot = (collection != null) ? collection.getStoredSnapshot() : null;
		if (snapshot instanceof Map<?, ?> map) {
			return (collection instanceof Map) ? List.copyOf(map.entrySet()) : new ArrayList<>(map.values());
		}
		return (snapshot instanceof Collection<?> elements) ? new ArrayList<>(elements) : List.of();
	}

	/** Return what the collection holds now. */
	static List<Object> current(PersistentCollection<?> collection, CollectionPersister persister) {
		List<Object> elements = new ArrayList<>();
		Iterator<?> entries = collection.entries(persister);
		while (entries.hasNext()) {
			Object element = entries.next();
			elements.add(
					(element instanceof Map.Entry<?, ?> entry) ? Map.entry(entry.getKey(), entry.getValue()) : element);
		}
		return elements;
	}

	private static List<Object> without(List<Object> elements, List<Object> others) {
		List<Object> rest = new ArrayList<>(elements);
		others.forEach(rest::remove);
		return List.copyOf(rest);
	}

}
