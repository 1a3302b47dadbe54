package dev.triggerview.event;

import java.lang.reflect.Array;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.collection.CollectionPersister;
import org.jspecify.annotations.Nullable;

/**
 * The elements by which a collection differs from what the database has.
 *
 * @param added the elements that are new
 * @param removed the elements that are gone
 * @param identity returns what two elements have in common that are the same in the
 * database
 */
record Elements(List<Object> added, List<Object> removed, Function<Object, Object> identity) {

	static Elements between(List<Object> before, List<Object> after, CollectionPersister persister) {
		return between(before, after, (element) -> same(element, persister));
	}

	private static Elements between(List<Object> before, List<Object> after, Function<Object, Object> identity) {
		return new Elements(without(after, before, identity), without(before, after, identity), identity);
	}

	/** What was removed and created again in one flush is neither. */
	Elements and(Elements later) {
		List<Object> added = new ArrayList<>(this.added);
		added.addAll(later.added);
		List<Object> removed = new ArrayList<>(this.removed);
		removed.addAll(later.removed);
		return between(removed, added, this.identity);
	}

	/** Return what the database has, as Hibernate remembers it. */
	static List<Object> stored(@Nullable PersistentCollection<?> collection) {
		Object snapshot = (collection != null) ? collection.getStoredSnapshot() : null;
		List<Object> elements = new ArrayList<>();
		if (snapshot instanceof Map<?, ?> map) {
			boolean entries = collection instanceof Map;
			map.forEach((key, value) -> add(elements, value, entries ? new SimpleImmutableEntry<>(key, value) : value));
		}
		else if (snapshot instanceof Collection<?> all) {
			all.forEach((element) -> add(elements, element, element));
		}
		else if (snapshot != null && snapshot.getClass().isArray()) {
			for (int index = 0; index < Array.getLength(snapshot); index++) {
				add(elements, Array.get(snapshot, index), Array.get(snapshot, index));
			}
		}
		return elements;
	}

	/** Return what the collection holds now. */
	static List<Object> current(PersistentCollection<?> collection, CollectionPersister persister) {
		List<Object> elements = new ArrayList<>();
		Iterator<?> entries = collection.entries(persister);
		while (entries.hasNext()) {
			Object element = entries.next();
			if (element instanceof Map.Entry<?, ?> entry && collection instanceof Map) {
				add(elements, entry.getValue(), new SimpleImmutableEntry<>(entry.getKey(), entry.getValue()));
			}
			else {
				add(elements, element, element);
			}
		}
		return elements;
	}

	/** An element that is null, or whose value is, has no row. */
	private static void add(List<Object> elements, @Nullable Object value, @Nullable Object element) {
		if (value != null && element != null) {
			elements.add(element);
		}
	}

	private static List<Object> without(List<Object> elements, List<Object> others, Function<Object, Object> identity) {
		if (others.isEmpty()) {
			return List.copyOf(elements);
		}
		Map<Object, Integer> left = new HashMap<>();
		others.forEach((other) -> left.merge(identity.apply(other), 1, Integer::sum));
		List<Object> rest = new ArrayList<>();
		for (Object element : elements) {
			if (left.merge(identity.apply(element), -1, Integer::sum) < 0) {
				rest.add(element);
			}
		}
		return Collections.unmodifiableList(rest);
	}

	/** Return what an element has in common with those that are the same. */
	private static Object same(Object element, CollectionPersister persister) {
		SessionFactoryImplementor factory = persister.getFactory();
		return (persister.hasIndex() && element instanceof Map.Entry<?, ?> entry)
				? List.of(new Same(entry.getKey(), persister.getIndexType(), factory),
						new Same(entry.getValue(), persister.getElementType(), factory))
				: new Same(element, persister.getElementType(), factory);
	}

}
