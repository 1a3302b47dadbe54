package dev.triggerview.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.triggerview.trigger.RelationName;
import org.jspecify.annotations.Nullable;

/**
 * Puts the rows of the catalog query together, which come in any order. Of each row only
 * those columns are read that its entry fills.
 */
final class RelationsReader {

	private final List<RelationName> tables = new ArrayList<>();

	private final List<CatalogView> views = new ArrayList<>();

	private final Set<RelationName> visible = new HashSet<>();

	private final Map<RelationName, SortedMap<Integer, ViewColumn>> columns = new HashMap<>();

	private final Map<RelationName, Set<RelationName>> reads = new HashMap<>();

	/** Add a row. HSQLDB fills literals of a union with blanks up to the longest. */
	void add(ResultSet row) throws SQLException {
		Entry entry = Entry.valueOf(row.getString("entry").strip());
		RelationName relation = RelationName.of(row.getString("schema_name"), row.getString("relation_name"));
		switch (entry) {
			case TABLE -> {
				addVisible(relation, row);
				this.tables.add(relation);
			}
			case VIEW -> {
				addVisible(relation, row);
				this.views.add(CatalogView.of(relation, row));
			}
			case COLUMN -> this.columns.computeIfAbsent(relation, (view) -> new TreeMap<>())
				.put(row.getInt("position"), column(row));
			case READS -> this.reads.computeIfAbsent(relation, (view) -> new HashSet<>())
				.add(RelationName.of(row.getString("other_schema"), row.getString("other_name")));
		}
	}

	private void addVisible(RelationName relation, ResultSet row) throws SQLException {
		if (row.getInt("visible") == 1) {
			this.visible.add(relation);
		}
	}

	private static ViewColumn column(ResultSet row) throws SQLException {
		String type = Optional.ofNullable(row.getString("type_name")).orElse("");
		return new ViewColumn(row.getString("other_name"), type, ColumnTypes.jdbcType(type), number(row, "type_size"),
				number(row, "type_scale"), row.getInt("nullable") == 1);
	}

	private static OptionalInt number(ResultSet row, String column) throws SQLException {
		long value = row.getLong(column);
		return (row.wasNull() || value > Integer.MAX_VALUE) ? OptionalInt.empty() : OptionalInt.of((int) value);
	}

	/**
	 * @param backslashEscapes what a backslash does in a definition, null if the catalog
	 * tells what a view reads
	 * @param typed whether a column holds values of its type only
	 * @param ignoreCase whether names that differ in case alone are the same
	 */
	Relations relations(@Nullable Boolean backslashEscapes, boolean typed, boolean ignoreCase) {
		if (backslashEscapes != null) {
			readDefinitions(backslashEscapes);
		}
		return new Relations(this.tables, this.views.stream().map(this::view).toList(), this.visible, typed,
				ignoreCase);
	}

	private void readDefinitions(boolean backslashEscapes) {
		List<RelationName> relations = new ArrayList<>(this.tables);
		this.views.forEach((view) -> relations.add(view.name()));
		DefinitionReader reader = new DefinitionReader(backslashEscapes, relations);
		this.views.forEach((view) -> this.reads.put(view.name(), reader.reads(view)));
	}

	private View view(CatalogView view) {
		RelationName name = view.name();
		return new View(name, view.kind(), columns(name),
				Optional.ofNullable(view.definition()).filter((sql) -> !sql.isBlank()),
				this.reads.getOrDefault(name, Set.of()), transitively(name), view.writable(), view.insteadOf());
	}

	private List<ViewColumn> columns(RelationName view) {
		SortedMap<Integer, ViewColumn> byPosition = this.columns.get(view);
		return (byPosition != null) ? List.copyOf(byPosition.values()) : List.of();
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

	/** What a row tells: a relation, a column of a view, a relation that a view reads. */
	private enum Entry {

		TABLE, VIEW, COLUMN, READS

	}

}
