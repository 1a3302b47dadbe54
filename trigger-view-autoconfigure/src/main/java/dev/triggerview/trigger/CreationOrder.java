package dev.triggerview.trigger;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The order in which the triggers of a table have to be created to run in the order that
 * they run in now: a new trigger is the last one, and one that says after or before which
 * others it runs needs those.
 */
public final class CreationOrder {

	private final Map<String, Trigger> triggers = new LinkedHashMap<>();

	private final Set<Trigger> waiting = new HashSet<>();

	private final Set<Trigger> created = new LinkedHashSet<>();

	private CreationOrder(Collection<Trigger> triggers) {
		triggers.stream()
			.sorted(Comparator.comparingInt(Trigger::position).thenComparing(Trigger::name))
			.forEach((trigger) -> this.triggers.put(trigger.name(), trigger));
	}

	/** Return the triggers of one table in the order to create them in. */
	public static List<Trigger> of(Collection<Trigger> triggers) {
		CreationOrder order = new CreationOrder(triggers);
		order.triggers.values().forEach(order::create);
		return List.copyOf(order.created);
	}

	private void create(Trigger trigger) {
		if (this.waiting.add(trigger)) {
			neighbours(trigger.definition()).stream()
				.flatMap((name) -> Stream.ofNullable(this.triggers.get(name)))
				.forEach(this::create);
			this.created.add(trigger);
		}
	}

	/** The names behind {@code FOLLOWS} or {@code PRECEDES} in the header (Oracle). */
	private static Set<String> neighbours(String statement) {
		Set<String> names = new LinkedHashSet<>();
		boolean inside = false;
		for (SqlToken token : SqlToken.words(statement)) {
			if (token.isAnyOf("BEGIN", "DECLARE", "CALL", "COMPOUND")) {
				break;
			}
			inside = token.isAnyOf("FOLLOWS", "PRECEDES") || (inside && !token.isAnyOf("WHEN", "ENABLE", "DISABLE"));
			if (inside) {
				names.add(token.name());
			}
		}
		return names;
	}

}
