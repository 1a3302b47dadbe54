package dev.triggerview.liquibase;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.triggerview.trigger.FunctionDialect;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Relation;
import liquibase.structure.core.Table;
import liquibase.structure.core.View;

/**
 * Views and tables, and the functions that hold them, in an order in which each is
 * dropped before what it needs: Liquibase drops all views first, and PostgreSQL no view
 * whose rows a function returns. The texts tell what needs what, by words that are names.
 */
final class DropOrder {

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_$]+|\"(?:[^\"]|\"\")+\"");

	/** By each word of what tells their needs. */
	private final Map<String, List<DatabaseObject>> needing = new HashMap<>();

	private final boolean holding;

	private final Set<DatabaseObject> asked = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Set<DatabaseObject> dropped = Collections.newSetFromMap(new IdentityHashMap<>());

	DropOrder(FunctionDialect dialect, Collection<Function> functions, Collection<View> views,
			Collection<Table> tables) {
		functions.forEach((function) -> add(function, dialect.holding(function.model())));
		this.holding = Stream.concat(views.stream(), tables.stream())
			.anyMatch((relation) -> this.needing.containsKey(relation.getName()));
		views.forEach((view) -> add(view, String.valueOf(view.getDefinition())));
	}

	private void add(DatabaseObject object, String text) {
		words(text).forEach((word) -> this.needing.computeIfAbsent(word, (key) -> new ArrayList<>()).add(object));
	}

	private static Set<String> words(String text) {
		return WORD.matcher(text)
			.results()
			.map(MatchResult::group)
			.map((word) -> word.startsWith("\"") ? word.substring(1, word.length() - 1).replace("\"\"", "\"") : word)
			.collect(Collectors.toCollection(HashSet::new));
	}

	/**
	 * Return what to drop when Liquibase asks for a view or table, unless that has been
	 * dropped.
	 */
	List<DatabaseObject> toDrop(Relation relation) {
		if (!this.asked.add(relation)) {
			this.asked.clear();
			this.dropped.clear();
			this.asked.add(relation);
		}
		List<DatabaseObject> order = new ArrayList<>();
		drop(relation, order);
		return order;
	}

	/** Return whether a function has been dropped with a view or table. */
	boolean isDropped(Function function) {
		return this.dropped.contains(function);
	}

	private void drop(DatabaseObject object, List<DatabaseObject> order) {
		if (this.dropped.add(object)) {
			if (this.holding) {
				this.needing.getOrDefault(object.getName(), List.of()).forEach((other) -> drop(other, order));
			}
			order.add(object);
		}
	}

}
