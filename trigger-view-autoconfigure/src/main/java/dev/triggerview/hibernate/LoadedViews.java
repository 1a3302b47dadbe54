package dev.triggerview.hibernate;

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
 * refers to eagerly, as {@code @ManyToOne} does unless it says otherwise.
 */
final class LoadedViews {

	private final Metadata metadata;

	private final ViewMappings mappings;

	private final Map<String, Set<String>> spacesOfView;

	LoadedViews(Metadata metadata, ViewMappings mappings) {
		this.metadata = metadata;
		this.mappings = mappings;
		this.spacesOfView = mappings.views()
			.stream()
			.collect(Collectors.toMap(MappedView::entityName, MappedView::spaces));
	}

	/** Returns the tables whose changes show in an entity, for those that read a view. */
	Map<String, Set<String>> spaces() {
		Map<String, Set<String>> all = new HashMap<>();
		for (PersistentClass entity : this.metadata.getEntityBindings()) {
			Set<String> spaces = new HashSet<>();
			addHierarchy(entity, spaces, new HashSet<>());
			if (!spaces.isEmpty()) {
				all.put(entity.getEntityName(), spaces);
			}
		}
		return all;
	}

	private void addHierarchy(PersistentClass entity, Set<String> spaces, Set<PersistentClass> seen) {
		for (PersistentClass above = entity; above != null; above = above.getSuperclass()) {
			add(above, spaces, seen);
		}
		entity.getSubclasses().forEach((below) -> add(below, spaces, seen));
	}

	private void add(PersistentClass entity, Set<String> spaces, Set<PersistentClass> seen) {
		if (seen.add(entity)) {
			addOwn(entity, spaces);
			entity.getJoins()
				.forEach((join) -> this.mappings.view(join.getTable())
					.ifPresent((view) -> spaces.addAll(this.mappings.spaces(view))));
			add(entity.getProperties(), spaces, seen);
		}
	}

	/** What {@code @Synchronize} names is read by a {@code @Formula}, for example. */
	private void addOwn(PersistentClass entity, Set<String> spaces) {
		Set<String> own = this.spacesOfView.get(entity.getEntityName());
		if (own != null) {
			spaces.addAll(own);
			spaces.addAll(entity.getSynchronizedTables());
		}
	}

	private void add(List<Property> properties, Set<String> spaces, Set<PersistentClass> seen) {
		properties.forEach((property) -> add(property.getValue(), spaces, seen));
	}

	private void add(Value value, Set<String> spaces, Set<PersistentClass> seen) {
		if (value instanceof Component component) {
			add(component.getProperties(), spaces, seen);
		}
		else if (isEager(value)) {
			if (value instanceof Collection collection) {
				this.mappings.view(collection.getCollectionTable())
					.ifPresent((view) -> spaces.addAll(this.mappings.spaces(view)));
			}
			PersistentClass target = this.metadata.getEntityBinding(ViewModel.target(value));
			if (target != null) {
				addHierarchy(target, spaces, seen);
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
