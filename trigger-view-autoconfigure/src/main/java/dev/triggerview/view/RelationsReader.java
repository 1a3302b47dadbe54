package dev.triggerview.view;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.triggerview.trigger.RelationName;
import dev.triggerview.view.CatalogRow.Entry;
import org.jspecify.annotations.Nullable;

/** Puts the rows of the catalog query together. */
final class RelationsReader {

	private final List<CatalogRow> rows;

	private final @Nullable Pattern names;

	private final Map<RelationName, List<ViewColumn>> columns;

	private final Map<RelationName, Set<RelationName>> reads;

	RelationsReader(List<CatalogRow> rows, @Nullable Pattern names) {
		this.names = names;
		this.rows = rows;
		this.columns = of(Entry.COLUMN).stream()
			.sorted(Comparator.comparingInt(CatalogRow::position))
			.collect(Collectors.groupingBy(CatalogRow::relation,
					Collectors.mapping(CatalogRow::column, Collectors.toList())));
		this.reads = of(Entry.READS).stream()
			.collect(Collectors.groupingBy(CatalogRow::relation,
					Collectors.mapping(CatalogRow::other, Collectors.toSet())));
	}

	Relations relations() {
		if (this.names != null) {
			readDefinitions(this.names);
		}
		Set<RelationName> visible = this.rows.stream()
			.filter(CatalogRow::visible)
			.map(CatalogRow::relation)
			.collect(Collectors.toSet());
		return new Relations(of(Entry.TABLE).stream().map(CatalogRow::relation).toList(),
				of(Entry.VIEW).stream().map(this::view).toList(), visible);
	}

	private void readDefinitions(Pattern tokens) {
		DefinitionReader reader = new DefinitionReader(tokens,
				this.rows.stream().filter((row) -> row.kind() != null || row.entry() == Entry.TABLE).toList());
		for (CatalogRow view : of(Entry.VIEW)) {
			this.reads.put(view.relation(), reader.reads(view));
		}
	}

	private View view(CatalogRow row) {
		RelationName name = row.relation();
		return new View(name, Optional.ofNullable(row.kind()).orElseThrow(), this.columns.getOrDefault(name, List.of()),
				Optional.ofNullable(row.definition()), this.reads.getOrDefault(name, Set.of()), transitively(name),
				row.writable(), row.insteadOf());
	}

	private Set<RelationName> transitively(RelationName view) {
		Set<RelationName> seen = new LinkedHashSet<>();
		Set<RelationName> next = this.reads.getOrDefault(view, Set.of());
		while (!next.isEmpty()) {
			seen.addAll(next);
			next = next.stream()
				.flatMap((relation) -> this.reads.getOrDefault(relation, Set.of()).stream())
				.filter((relation) -> !seen.contains(relation))
				.collect(Collectors.toCollection(HashSet::new));
		}
		return seen;
	}

	private List<CatalogRow> of(Entry entry) {
		return this.rows.stream().filter((row) -> row.entry() == entry).toList();
	}

}
