package dev.triggerview.hibernate;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.hibernate.boot.Metadata;
import org.hibernate.mapping.PersistentClass;

/**
 * What repositories declare when the persistence unit is built already. What the catalog
 * has told by then is as good; the rest can be neither guarded nor flushed any more.
 */
final class LateDeclarations {

	private final Metadata metadata;

	private final ViewMappings mappings;

	LateDeclarations(Metadata metadata, ViewMappings mappings) {
		this.metadata = metadata;
		this.mappings = mappings;
	}

	/**
	 * Returns what the unit was built without.
	 * @param declared the entities, and the tables that their views read
	 */
	List<ViewProblem> problems(Map<Class<?>, Set<String>> declared) {
		return this.metadata.getEntityBindings()
			.stream()
			.filter((entity) -> declared.containsKey(entity.getMappedClass()))
			.sorted(Comparator.comparing(PersistentClass::getEntityName))
			.flatMap((entity) -> problem(entity, declared.getOrDefault(entity.getMappedClass(), Set.of())).stream())
			.toList();
	}

	private Optional<ViewProblem> problem(PersistentClass entity, Set<String> tables) {
		if (!this.mappings.isView(entity.getTable())) {
			return Optional.of(unknownView(entity));
		}
		return this.mappings.isFlushedFor(entity, tables) ? Optional.empty()
				: Optional.of(unknownTables(entity, tables));
	}

	private static ViewProblem unknownView(PersistentClass entity) {
		return new ViewProblem(entity.getEntityName(), entity.getTable().getName(),
				entity.getTable().getName()
						+ " was no view in the catalog when the persistence unit was built, and its "
						+ "repository, which says that it is one, is in a child application context",
				"Create the view before the persistence unit is built, or let the application context that has the "
						+ "persistence unit find the repository.");
	}

	private static ViewProblem unknownTables(PersistentClass entity, Set<String> tables) {
		return new ViewProblem(entity.getEntityName(), entity.getTable().getName(),
				"the baseTables of its repository were not known when the persistence unit was built, because the "
						+ "repository is in a child application context",
				"Name them at the entity:\n\n    @Synchronize("
						+ tables.stream()
							.sorted()
							.map((table) -> '"' + table + '"')
							.collect(Collectors.joining(", ", "{ ", " }"))
						+ ")\n\nor let the application context that has the persistence unit find the repository.");
	}

}
