package dev.triggerview.view;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.SqlNames;
import org.jspecify.annotations.Nullable;

/**
 * Finds the relations that the definition of a view names. H2 and MariaDB keep it in a
 * canonical form, where every relation stands with its schema and in quotes. SQLite keeps
 * what the user wrote, so that a column of the same name as a table counts as well: a
 * query that then flushes once too often is better than one that reads old rows.
 */
final class DefinitionReader {

	private final boolean backslashEscapes;

	private final Map<List<@Nullable String>, RelationName> known = new HashMap<>();

	DefinitionReader(boolean backslashEscapes, Collection<RelationName> relations) {
		this.backslashEscapes = backslashEscapes;
		for (RelationName name : relations) {
			if (name.schema() != null) {
				this.known.put(List.of(lower(name.schema()), lower(name.name())), name);
			}
			else {
				this.known.put(List.of(lower(name.name())), name);
				this.known.put(List.of("main", lower(name.name())), name);
			}
		}
	}

	Set<RelationName> reads(CatalogView view) {
		Set<RelationName> reads = new HashSet<>();
		String definition = (view.definition() != null) ? view.definition() : "";
		for (List<String> name : SqlNames.in(definition, this.backslashEscapes)) {
			RelationName relation = relation(name.stream().limit(2).map(DefinitionReader::lower).toList());
			if (relation != null && !relation.equals(view.name())) {
				reads.add(relation);
			}
		}
		return reads;
	}

	private @Nullable RelationName relation(List<String> parts) {
		RelationName relation = this.known.get(parts);
		return (relation != null) ? relation : this.known.get(parts.subList(0, 1));
	}

	private static String lower(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

}
