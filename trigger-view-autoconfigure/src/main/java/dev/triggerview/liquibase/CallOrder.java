package dev.triggerview.liquibase;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import liquibase.structure.DatabaseObject;

/**
 * Functions in an order in which each finds what it needs, whatever the order in which
 * Liquibase asks for them: those that it calls are created before it, and those that call
 * it are dropped before it. What no catalog tells, their texts do: a word in front of a
 * parenthesis.
 */
final class CallOrder {

	private static final Pattern CALL = Pattern.compile("([\\p{L}\\p{N}_$#@]+|\"[^\"]+\"|`[^`]+`|\\[[^]]+])\\s*\\(");

	private final Map<String, List<Function>> byName;

	private final Map<String, List<Function>> byCalled = new HashMap<>();

	private final Map<Function, Set<String>> called = new IdentityHashMap<>();

	private final Set<DatabaseObject> asked = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Set<Function> made = Collections.newSetFromMap(new IdentityHashMap<>());

	CallOrder(Collection<Function> functions) {
		this.byName = functions.stream().collect(Collectors.groupingBy(CallOrder::name));
		for (Function function : functions) {
			Set<String> names = calls(function.model().definition());
			this.called.put(function, names);
			names.forEach((name) -> this.byCalled.computeIfAbsent(name, (key) -> new ArrayList<>()).add(function));
		}
	}

	/**
	 * Return the functions to create for an object that Liquibase asks for: those that it
	 * calls and, if it is a function, itself, unless they have been created.
	 * @param text what may call functions
	 */
	List<Function> toCreate(DatabaseObject object, String text) {
		begin(object);
		List<Function> order = new ArrayList<>();
		if (object instanceof Function function) {
			create(function, order);
		}
		else {
			named(calls(text)).forEach((function) -> create(function, order));
		}
		return order;
	}

	/** Return the functions to drop when Liquibase asks for one. */
	List<Function> toDrop(Function function) {
		begin(function);
		List<Function> order = new ArrayList<>();
		drop(function, order);
		return order;
	}

	/** It asks again for what it has asked for to write another changelog. */
	private void begin(DatabaseObject object) {
		if (!this.asked.add(object)) {
			this.asked.clear();
			this.made.clear();
			this.asked.add(object);
		}
	}

	private void create(Function function, List<Function> order) {
		if (this.made.add(function)) {
			named(this.called.getOrDefault(function, Set.of())).forEach((called) -> create(called, order));
			order.add(function);
		}
	}

	private void drop(Function function, List<Function> order) {
		if (this.made.add(function)) {
			this.byCalled.getOrDefault(name(function), List.of()).forEach((caller) -> drop(caller, order));
			order.add(function);
		}
	}

	private List<Function> named(Set<String> names) {
		return names.stream().sorted().flatMap((name) -> this.byName.getOrDefault(name, List.of()).stream()).toList();
	}

	private static String name(Function function) {
		return function.getName().toLowerCase(Locale.ROOT);
	}

	private static Set<String> calls(String text) {
		Set<String> names = new HashSet<>();
		CALL.matcher(text)
			.results()
			.map((call) -> call.group(1).toLowerCase(Locale.ROOT))
			.forEach((name) -> names
				.add("\"`[".indexOf(name.charAt(0)) < 0 ? name : name.substring(1, name.length() - 1)));
		return names;
	}

}
