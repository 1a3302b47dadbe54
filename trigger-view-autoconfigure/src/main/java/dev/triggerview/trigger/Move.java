package dev.triggerview.trigger;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Triggers, and those that shall be there instead.
 *
 * @param from the triggers that are there
 * @param to those that shall be, in the order of their creation
 * @param present the names of all triggers that others can be placed by
 * @param followers by names of triggers that shall run first, those that run first now
 */
record Move(List<KeptTrigger> from, List<KeptTrigger> to, Collection<String> present,
		Map<String, KeptTrigger> followers) {

	Move {
		from = List.copyOf(from);
		to = List.copyOf(to);
	}

	/**
	 * Return the move in the order of creation.
	 * @param all the triggers that others can be placed by, and those that only our store
	 * has
	 */
	static Move inOrder(List<KeptTrigger> from, List<KeptTrigger> to, List<KeptTrigger> all) {
		List<KeptTrigger> present = all.stream().filter(KeptTrigger::present).toList();
		return new Move(from,
				to.stream()
					.map((trigger) -> besideThoseAtItsPlace(trigger, present))
					.sorted(Comparator.comparingInt((trigger) -> trigger.trigger().position()))
					.toList(),
				present.stream().map(KeptTrigger::name).collect(Collectors.toSet()), Map.of());
	}

	/** A former neighbour may have other events by now. */
	private static KeptTrigger besideThoseAtItsPlace(KeptTrigger trigger, List<KeptTrigger> present) {
		return trigger
			.without(present.stream().filter((other) -> !other.isAtPlaceOf(trigger)).map(KeptTrigger::name).toList());
	}

	/**
	 * Return the move for a database that creates a trigger behind another one or last,
	 * so that those behind one that shall run before all others have to go behind it.
	 * @param all the triggers of the table
	 */
	Move behindOthers(List<KeptTrigger> all) {
		Set<String> placed = new LinkedHashSet<>(this.present);
		Map<String, KeptTrigger> first = new LinkedHashMap<>();
		for (KeptTrigger trigger : this.to) {
			if (trigger.state() == TriggerState.DISABLED) {
				continue;
			}
			if (trigger.runsFirst(placed) && !isFirst(trigger)) {
				follower(trigger, all).ifPresent((other) -> first.put(trigger.name(), other));
			}
			placed.add(trigger.name());
		}
		return new Move(this.from, this.to, placed, first);
	}

	/** Whether it takes its own place, or that of one that goes, before all others. */
	private boolean isFirst(KeptTrigger trigger) {
		return this.from.stream()
			.filter((old) -> old.present() && old.runsAtMomentOf(trigger) && old.runsFirst(this.present))
			.anyMatch((old) -> old.name().equals(trigger.name())
					|| this.to.stream().noneMatch((other) -> other.name().equals(old.name())));
	}

	/** The nearest one behind a trigger that the database has and the move leaves. */
	private Optional<KeptTrigger> follower(KeptTrigger trigger, List<KeptTrigger> all) {
		return trigger.successors()
			.stream()
			.flatMap((name) -> all.stream().filter((other) -> other.present() && other.name().equals(name)))
			.filter((other) -> other.table().isSame(trigger.table())
					&& this.from.stream().noneMatch((old) -> old.name().equals(other.name())))
			.findFirst();
	}

}
