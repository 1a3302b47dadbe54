package dev.triggerview.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.triggerview.trigger.RelationName;

/**
 * The tables and views of a database at one moment. Immutable.
 */
public final class Relations {

	private static final Comparator<String> NULLS_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());

	private static final Comparator<RelationName> BY_SCHEMA_AND_NAME = Comparator
		.comparing(RelationName::schema, NULLS_FIRST)
		.thenComparing(RelationName::name);

	private final Map<RelationName, Optional<View>> all = new TreeMap<>(BY_SCHEMA_AND_NAME);

	private final Map<String, List<RelationName>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	private final Set<RelationName> visible;

	Relations(Collection<RelationName> tables, Collection<View> views, Set<RelationName> visible) {
		tables.forEach((table) -> this.all.put(table, Optional.empty()));
		views.forEach((view) -> this.all.put(view.name(), Optional.of(view)));
		this.all.keySet()
			.forEach((name) -> this.byName.computeIfAbsent(name.name(), (key) -> new ArrayList<>()).add(name));
		this.visible = Set.copyOf(visible);
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
	 * @param ignoreCase whether the database compares names without regard to case
	 */
	public Optional<RelationName> find(RelationName name, boolean ignoreCase) {
		List<RelationName> candidates = this.byName.getOrDefault(name.name(), List.of())
			.stream()
			.filter((other) -> means(name, other))
			.toList();
		Stream<RelationName> exact = candidates.stream().filter((other) -> other.name().equals(name.name()));
		return Stream.concat(exact, ignoreCase ? candidates.stream() : Stream.empty()).findFirst();
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
