package dev.triggerview.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.triggerview.trigger.RelationName;
import org.jspecify.annotations.Nullable;

/** Puts the rows of the catalog query together. */
final class RelationsReader {

	private final List<CatalogRow> tables = new ArrayList<>();

	private final List<CatalogRow> views = new ArrayList<>();

	private final Map<RelationName, List<CatalogRow>> columns = new HashMap<>();

	private final Map<RelationName, Set<RelationName>> reads = new HashMap<>();

	/**
	 * @param rows the rows, in any order
	 * @param backslashEscapes what a backslash does in a definition, null if the catalog
	 * tells what a view reads
	 */
	RelationsReader(List<CatalogRow> rows, @Nullable Boolean backslashEscapes) {
		rows.forEach(this::add);
		if (backslashEscapes != null) {
			readDefinitions(backslashEscapes);
		}
	}

	private void add(CatalogRow row) {
		switch (row.entry()) {
			case TABLE -> this.tables.add(row);
			case VIEW -> this.views.add(row);
			case COLUMN -> this.columns.computeIfAbsent(row.relation(), (view) -> new ArrayList<>()).add(row);
			case READS -> this.reads.computeIfAbsent(row.relation(), (view) -> new HashSet<>()).add(row.other());
		}
	}

	private void readDefinitions(boolean backslashEscapes) {
		List<CatalogRow> relations = new ArrayList<>(this.tables);
		relations.addAll(this.views);
		DefinitionReader reader = new DefinitionReader(backslashEscapes, relations);
		for (CatalogRow view : this.views) {
			this.reads.put(view.relation(), reader.reads(view));
		}
	}

	/**
	 * @param typed whether a column holds values of its type only
	 * @param ignoreCase whether names that differ in case alone are the same
	 */
	Relations relations(boolean typed, boolean ignoreCase) {
		Set<RelationName> visible = Stream.concat(this.tables.stream(), this.views.stream())
			.filter(CatalogRow::visible)
			.map(CatalogRow::relation)
			.collect(Collectors.toSet());
		return new Relations(this.tables.stream().map(CatalogRow::relation).toList(),
				this.views.stream().map(this::view).toList(), visible, typed, ignoreCase);
	}

	private View view(CatalogRow row) {
		RelationName name = row.relation();
		return new View(name, Optional.ofNullable(row.kind()).orElseThrow(), columns(name),
				Optional.ofNullable(row.definition()).filter((sql) -> !sql.isBlank()),
				this.reads.getOrDefault(name, Set.of()), transitively(name), row.writable(), row.insteadOf());
	}

	private List<ViewColumn> columns(RelationName view) {
		return this.columns.getOrDefault(view, List.of())
			.stream()
			.sorted(Comparator.comparingInt(CatalogRow::position))
			.map(CatalogRow::column)
			.toList();
	}

	private Set<RelationName> transitively(RelationName view) {
		Set<RelationName> seen = new LinkedHashSet<>();
		List<RelationName> open = new ArrayList<>(this.reads.getOrDefault(view, Set.of()));
		while (!open.isEmpty()) {
			RelationName next = open.remove(open.size() - 1);
			if (seen.add(next)) {
				open.addAll(this.reads.getOrDefault(next, Set.of()));
			}
		}
		return seen;
	}

}
