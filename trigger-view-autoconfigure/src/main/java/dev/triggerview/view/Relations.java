package dev.triggerview.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.triggerview.trigger.RelationName;
import org.jspecify.annotations.Nullable;

/**
 * The tables and views of a database at one moment. Immutable.
 */
public final class Relations {

	private final Map<RelationName, Optional<View>> all = new TreeMap<>(Relations::bySchemaAndName);

	private final Map<String, List<RelationName>> byName = new HashMap<>();

	private final Set<RelationName> visible;

	private final boolean typed;

	private final boolean ignoreCase;

	Relations(Collection<RelationName> tables, Collection<View> views, Set<RelationName> visible, boolean typed,
			boolean ignoreCase) {
		tables.forEach((table) -> this.all.put(table, Optional.empty()));
		views.forEach((view) -> this.all.put(view.name(), Optional.of(view)));
		this.all.keySet()
			.forEach((name) -> this.byName.computeIfAbsent(lower(name), (key) -> new ArrayList<>()).add(name));
		this.visible = Set.copyOf(visible);
		this.typed = typed;
		this.ignoreCase = ignoreCase;
	}

	private static int bySchemaAndName(RelationName one, RelationName other) {
		int schemas = orEmpty(one.schema()).compareTo(orEmpty(other.schema()));
		return (schemas != 0) ? schemas : one.name().compareTo(other.name());
	}

	private static String orEmpty(@Nullable String schema) {
		return (schema != null) ? schema : "";
	}

	private static String lower(RelationName name) {
		return name.name().toLowerCase(Locale.ROOT);
	}

	/** Return the views, ordered by schema and name. */
	public List<View> views() {
		return this.all.values().stream().flatMap(Optional::stream).toList();
	}

	/** Return the names of tables and views, ordered by schema and name. */
	public List<RelationName> names() {
		return List.copyOf(this.all.keySet());
	}

	/** Return the view of exactly this name; empty for a table. */
	public Optional<View> view(RelationName name) {
		return this.all.getOrDefault(name, Optional.empty());
	}

	/**
	 * Return the catalog's name of the relation that a statement would mean. Without a
	 * schema it is the one that the name alone reaches. A name that differs in nothing
	 * but case is taken if the database compares so.
	 * @param name the name to look for, folded as the database folds unquoted names
	 */
	public Optional<RelationName> find(RelationName name) {
		Optional<RelationName> differing = Optional.empty();
		for (RelationName other : this.byName.getOrDefault(lower(name), List.of())) {
			if (means(name, other)) {
				if (other.name().equals(name.name())) {
					return Optional.of(other);
				}
				if (this.ignoreCase && differing.isEmpty()) {
					differing = Optional.of(other);
				}
			}
		}
		return differing;
	}

	/**
	 * Return the first relation of exactly this name, by its schema: where each tenant
	 * has a schema of its own, one stands for all.
	 */
	public Optional<RelationName> findInAnySchema(String name) {
		return this.byName.getOrDefault(name.toLowerCase(Locale.ROOT), List.of())
			.stream()
			.filter((other) -> other.name().equals(name))
			.findFirst();
	}

	/**
	 * Return whether a column holds values of its type only, as everywhere but in SQLite.
	 */
	public boolean typed() {
		return this.typed;
	}

	private boolean means(RelationName name, RelationName other) {
		String qualifier = (name.schema() != null) ? name.schema() : name.catalog();
		return (qualifier != null) ? qualifier.equalsIgnoreCase(other.schema()) : this.visible.contains(other);
	}

	/**
	 * Return the names that are nearest to a name which does not exist, at most three.
	 */
	public List<RelationName> near(String name) {
		Set<String> names = this.all.keySet().stream().map(RelationName::name).collect(Collectors.toSet());
		List<String> near = NearNames.of(name, names);
		return this.all.keySet()
			.stream()
			.filter((relation) -> near.contains(relation.name()))
			.sorted(Comparator.comparingInt((relation) -> near.indexOf(relation.name())))
			.limit(NearNames.LIMIT)
			.toList();
	}

}
