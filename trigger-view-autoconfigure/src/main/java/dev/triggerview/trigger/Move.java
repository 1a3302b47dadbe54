package dev.triggerview.trigger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Triggers, and those that shall be there instead.
 *
 * @param from the triggers that are there
 * @param to those that shall be, in the order of their creation
 * @param present the names of all triggers that others can be placed by
 */
record Move(List<KeptTrigger> from, List<KeptTrigger> to, Collection<String> present) {

	Move {
		from = List.copyOf(from);
		to = List.copyOf(to);
	}

	static Move inOrder(List<KeptTrigger> from, List<KeptTrigger> to, Collection<String> present) {
		return new Move(from,
				to.stream().sorted(Comparator.comparingInt((trigger) -> trigger.trigger().position())).toList(),
				present);
	}

	/**
	 * Return the move for a database that creates a trigger behind another one or last.
	 * One that shall run before all others is put behind the one that follows it, and
	 * that is created again, behind it.
	 * @param all the triggers of the table
	 */
	Move behindOthers(List<KeptTrigger> all) {
		Set<String> placed = new LinkedHashSet<>(this.present);
		List<KeptTrigger> created = new ArrayList<>();
		Map<String, KeptTrigger> moved = new LinkedHashMap<>();
		for (KeptTrigger trigger : this.to) {
			boolean absent = trigger.state() != TriggerState.DISABLED && !isPresent(trigger);
			boolean first = absent && trigger.predecessors().stream().noneMatch(placed::contains);
			KeptTrigger follower = first ? follower(trigger, all) : null;
			if (follower != null) {
				moved.put(follower.name(), follower);
			}
			created.add((follower != null) ? trigger.behind(List.of(follower.name())) : trigger);
			if (absent) {
				placed.add(trigger.name());
			}
		}
		List<KeptTrigger> before = new ArrayList<>(this.from);
		before.addAll(moved.values());
		moved.values().forEach((follower) -> created.add(follower.behind(before(follower))));
		return new Move(before, created, placed);
	}

	private boolean isPresent(KeptTrigger trigger) {
		return this.from.stream().anyMatch((old) -> old.present() && old.name().equals(trigger.name()));
	}

	/** The nearest one behind a trigger that the database has and the move leaves. */
	private @Nullable KeptTrigger follower(KeptTrigger trigger, List<KeptTrigger> all) {
		return trigger.successors()
			.stream()
			.flatMap((name) -> all.stream().filter((other) -> other.present() && other.name().equals(name)))
			.filter((other) -> other.table().isSame(trigger.table()) && !isPresent(other))
			.findFirst()
			.orElse(null);
	}

	private List<String> before(KeptTrigger follower) {
		List<String> names = new ArrayList<>(this.to.stream()
			.filter((trigger) -> trigger.successors().contains(follower.name()))
			.map(KeptTrigger::name)
			.toList());
		Collections.reverse(names);
		return names;
	}

}
