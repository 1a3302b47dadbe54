package dev.triggerview.hibernate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.OneToOne;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.ToOne;
import org.hibernate.mapping.Value;

/**
 * The views that are read with an entity: its own, those beside it and those that it
 * refers to eagerly, as {@code @ManyToOne} does unless it says otherwise. They are
 * followed from the view back to who reads it, because few entities read one.
 */
final class LoadedViews {

	private final Metadata metadata;

	private final ViewMappings mappings;

	private final Map<String, Set<String>> spacesOfView;

	private final Map<PersistentClass, Set<String>> own = new HashMap<>();

	private final Map<PersistentClass, Set<PersistentClass>> referring = new HashMap<>();

	LoadedViews(Metadata metadata, ViewMappings mappings) {
		this.metadata = metadata;
		this.mappings = mappings;
		this.spacesOfView = mappings.views()
			.stream()
			.collect(Collectors.toMap(MappedView::entityName, MappedView::spaces));
		this.metadata.getEntityBindings().forEach(this::add);
	}

	/** Returns the tables whose changes show in an entity, for those that read a view. */
	Map<String, Set<String>> spaces() {
		Map<String, Set<String>> all = new HashMap<>();
		this.own.forEach((entity, spaces) -> readers(entity).forEach(
				(reader) -> all.computeIfAbsent(reader.getEntityName(), (name) -> new HashSet<>()).addAll(spaces)));
		return all;
	}

	private Set<PersistentClass> readers(PersistentClass entity) {
		Set<PersistentClass> readers = new HashSet<>();
		Deque<PersistentClass> open = new ArrayDeque<>(List.of(entity));
		while (!open.isEmpty()) {
			for (PersistentClass loaded : hierarchy(open.remove())) {
				if (readers.add(loaded)) {
					open.addAll(this.referring.getOrDefault(loaded, Set.of()));
				}
			}
		}
		return readers;
	}

	/**
	 * Whoever loads one class of these loads the columns of the others that it can be.
	 */
	private static List<PersistentClass> hierarchy(PersistentClass entity) {
		List<PersistentClass> classes = new ArrayList<>(entity.getSubclasses());
		for (PersistentClass above = entity; above != null; above = above.getSuperclass()) {
			classes.add(above);
		}
		return classes;
	}

	private void add(PersistentClass entity) {
		Set<String> spaces = new HashSet<>();
		// What @Synchronize names is read by a @Formula, for example.
		if (this.spacesOfView.containsKey(entity.getEntityName())) {
			spaces.addAll(this.spacesOfView.get(entity.getEntityName()));
			spaces.addAll(entity.getSynchronizedTables());
		}
		entity.getJoins()
			.forEach((join) -> this.mappings.view(join.getTable())
				.ifPresent((view) -> spaces.addAll(this.mappings.spaces(view))));
		add(entity, entity.getProperties(), spaces);
		if (!spaces.isEmpty()) {
			this.own.put(entity, spaces);
		}
	}

	private void add(PersistentClass entity, List<Property> properties, Set<String> spaces) {
		properties.forEach((property) -> add(entity, property.getValue(), spaces));
	}

	private void add(PersistentClass entity, Value value, Set<String> spaces) {
		if (value instanceof Component component) {
			add(entity, component.getProperties(), spaces);
		}
		else if (isEager(value)) {
			if (value instanceof Collection collection) {
				this.mappings.view(collection.getCollectionTable())
					.ifPresent((view) -> spaces.addAll(this.mappings.spaces(view)));
			}
			PersistentClass target = this.metadata.getEntityBinding(ViewModel.target(value));
			if (target != null) {
				this.referring.computeIfAbsent(target, (loaded) -> new HashSet<>()).add(entity);
			}
		}
	}

	/** Hibernate loads the other side of a one-to-one, even if that is lazy. */
	private static boolean isEager(Value value) {
		if (value instanceof ToOne one) {
			return !one.isLazy() || one instanceof OneToOne;
		}
		return value instanceof Collection collection && !collection.isLazy();
	}

}
