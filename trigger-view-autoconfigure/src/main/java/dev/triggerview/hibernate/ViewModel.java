package dev.triggerview.hibernate;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.triggerview.trigger.TriggerEvent;
import dev.triggerview.trigger.TriggeredRows;
import dev.triggerview.view.View;
import dev.triggerview.view.WritableView;
import org.hibernate.boot.Metadata;
import org.hibernate.jdbc.Expectation;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.OneToMany;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.ToOne;
import org.hibernate.mapping.Value;

/** Changes the mapping of views before Hibernate builds its persisters from it. */
final class ViewModel {

	/** Cascades that would end in a delete: the row of a view goes with its tables'. */
	private static final Set<String> DELETING = Set.of("all", "delete", "remove", "all-delete-orphan", "delete-orphan");

	private static final Logger LOGGER = System.getLogger(ViewModel.class.getName());

	private final Metadata metadata;

	private final ViewMappings mappings;

	private final Set<String> readOnly;

	private final Map<String, Set<String>> spaces;

	private final TriggeredRows triggeredRows;

	ViewModel(Metadata metadata, ViewMappings mappings, TriggeredRows triggeredRows) {
		this.metadata = metadata;
		this.mappings = mappings;
		this.triggeredRows = triggeredRows;
		this.spaces = new LoadedViews(metadata, mappings).spaces();
		this.readOnly = mappings.views()
			.stream()
			.filter(MappedView::readOnly)
			.map(MappedView::entityName)
			.collect(Collectors.toSet());
	}

	/**
	 * Returns the view that a change of a collection would write, by the role of the
	 * collection: the one that keeps it, or the read-only one that it belongs to.
	 */
	Map<String, String> adapt() {
		this.spaces
			.forEach((entity, read) -> read.forEach(this.metadata.getEntityBinding(entity)::addSynchronizedTable));
		this.mappings.views().forEach(this::adapt);
		this.metadata.getEntityBindings().forEach((entity) -> entity.getJoins().forEach((join) -> adapt(entity, join)));
		this.metadata.getCollectionBindings()
			.stream()
			.filter((collection) -> this.mappings.isView(collection.getCollectionTable()))
			.forEach((collection) -> collection.setCacheConcurrencyStrategy(null));
		Map<String, String> viewOfRole = new HashMap<>();
		for (Collection collection : this.metadata.getCollectionBindings()) {
			viewToWrite(collection).ifPresent((view) -> {
				collection.setInverse(true);
				viewOfRole.put(collection.getRole(), view.getName());
			});
		}
		this.metadata.getEntityBindings()
			.stream()
			.flatMap((entity) -> entity.getProperties().stream())
			.filter((property) -> this.readOnly.contains(target(property.getValue())))
			.forEach(ViewModel::stopDeleteCascade);
		return viewOfRole;
	}

	/**
	 * Returns the tables whose changes show in the entities that read views, by name.
	 */
	Map<String, Set<String>> spaces() {
		return this.spaces;
	}

	/**
	 * Returns the tables whose changes show in the collections that are read from views.
	 */
	Map<String, Set<String>> spacesOfRoles() {
		Map<String, Set<String>> spacesOfRole = new HashMap<>();
		for (Collection collection : this.metadata.getCollectionBindings()) {
			Set<String> spaces = new HashSet<>(this.spaces.getOrDefault(target(collection), Set.of()));
			this.mappings.view(collection.getCollectionTable()).map(this.mappings::spaces).ifPresent(spaces::addAll);
			if (!spaces.isEmpty()) {
				spacesOfRole.put(collection.getRole(), spaces);
			}
		}
		return spacesOfRole;
	}

	/** Nobody tells the second-level cache that a table below a view has changed. */
	private static void leaveUncached(PersistentClass entity) {
		entity.setCached(false);
		if (entity instanceof RootClass root) {
			root.setNaturalIdCacheRegionName(null);
		}
	}

	private void adapt(MappedView view) {
		leaveUncached(view.entity());
		if (view.readOnly()) {
			readOnly(view.entity());
		}
		else {
			view.view().ifPresent((known) -> expect(view.entity(), known));
		}
	}

	/** A secondary table that is a view has its row from the tables that it reads. */
	private void adapt(PersistentClass entity, Join secondary) {
		Class<?> type = entity.getMappedClass();
		this.mappings.view(secondary.getTable()).ifPresent((view) -> {
			entity.getSubclassClosure().forEach(ViewModel::leaveUncached);
			if (type == null || !type.isAnnotationPresent(WritableView.class)) {
				secondary.setInverse(true);
				secondary.setOptional(true);
			}
		});
	}

	/**
	 * Mutable, because Hibernate would ignore a changed instance of an immutable entity
	 * without a word.
	 */
	private static void readOnly(PersistentClass entity) {
		if (entity instanceof RootClass root) {
			root.setMutable(true);
		}
	}

	/**
	 * Keeps the check of a version where the database tells how many rows its triggers
	 * were called for, or whether they changed something.
	 */
	private void expect(PersistentClass entity, View view) {
		boolean counted = entity.isVersioned() && this.triggeredRows == TriggeredRows.COUNTED;
		boolean watched = entity.isVersioned() && this.triggeredRows == TriggeredRows.WATCHED;
		Supplier<Expectation> rows = watched ? SqliteTriggerRows::new : TriggerRowCount::new;
		if (view.insteadOf().contains(TriggerEvent.INSERT)) {
			entity.setInsertExpectation(TriggerRowCount::new);
			TriggeredIdentity.replace(entity, this.metadata.getDatabase().getDialect());
		}
		if (view.insteadOf().contains(TriggerEvent.UPDATE) && !counted) {
			warnOfStaleVersions(entity, view, watched);
			entity.setUpdateExpectation(rows);
		}
		if (view.insteadOf().contains(TriggerEvent.DELETE) && !counted) {
			entity.setDeleteExpectation(rows);
		}
	}

	private static void warnOfStaleVersions(PersistentClass entity, View view, boolean watched) {
		if (entity.isVersioned() && !watched) {
			LOGGER.log(Level.WARNING,
					"A stale version of " + entity.getEntityName()
							+ " is not noticed: the database does not count what INSTEAD OF triggers of " + view.name()
							+ " write.");
		}
	}

	/** Returns the view that would be written by a change of the collection. */
	private Optional<Table> viewToWrite(Collection collection) {
		if (collection.isInverse() || collection.getCollectionTable() == null) {
			return Optional.empty();
		}
		if (this.readOnly.contains(collection.getOwnerEntityName())) {
			return Optional.of(collection.getOwner().getTable());
		}
		boolean writable = collection.getElement() instanceof OneToMany many
				&& !this.readOnly.contains(many.getReferencedEntityName());
		return Optional.of(collection.getCollectionTable()).filter((table) -> !writable && this.mappings.isView(table));
	}

	static String target(Value value) {
		Value element = (value instanceof Collection collection) ? collection.getElement() : value;
		if (element instanceof OneToMany many) {
			return many.getReferencedEntityName();
		}
		return (element instanceof ToOne one) ? String.valueOf(one.getReferencedEntityName()) : "";
	}

	private static void stopDeleteCascade(Property property) {
		String cascade = (property.getCascade() != null) ? property.getCascade() : "none";
		String kept = Stream.of(cascade.toLowerCase(Locale.ROOT).split("[, ]+"))
			.flatMap((style) -> style.startsWith("all") ? Stream.of("persist", "merge", "refresh", "evict")
					: Stream.of(style))
			.filter((style) -> !DELETING.contains(style))
			.collect(Collectors.joining(","));
		property.setCascade(kept.isEmpty() ? "none" : kept);
		if (property.getValue() instanceof Collection collection) {
			collection.setOrphanDelete(false);
		}
	}

}
