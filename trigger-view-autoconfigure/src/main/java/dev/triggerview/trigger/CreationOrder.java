package dev.triggerview.trigger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The order in which the triggers of a table have to be created to run in the order that
 * they run in now: a new trigger is the last one, and one that says after or before which
 * others it runs needs those.
 */
public final class CreationOrder {

	private final List<Trigger> triggers;

	private CreationOrder(Collection<Trigger> triggers) {
		this.triggers = triggers.stream()
			.sorted(Comparator.comparingInt(Trigger::position).thenComparing(Trigger::name))
			.toList();
	}

	/** Return the triggers of one table in the order to create them in. */
	public static List<Trigger> of(Collection<Trigger> triggers) {
		CreationOrder order = new CreationOrder(triggers);
		Set<Trigger> created = new LinkedHashSet<>();
		order.triggers.forEach((trigger) -> order.add(trigger, created, new ArrayList<>()));
		return List.copyOf(created);
	}

	private void add(Trigger trigger, Set<Trigger> created, List<Trigger> waiting) {
		if (!waiting.contains(trigger)) {
			waiting.add(trigger);
			Set<String> needed = neighbours(trigger.definition());
			this.triggers.stream()
				.filter((other) -> needed.contains(other.name()))
				.forEach((other) -> add(other, created, waiting));
			created.add(trigger);
		}
	}

	/** The names behind {@code FOLLOWS} or {@code PRECEDES} in the header (Oracle). */
	private static Set<String> neighbours(String statement) {
		Set<String> names = new LinkedHashSet<>();
		boolean inside = false;
		for (SqlToken token : SqlToken.words(statement, false)) {
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
