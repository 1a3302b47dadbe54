package dev.triggerview.trigger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which triggers of the same table and moment run, with those that are kept
 * in the store at the place they come back to.
 */
record FiringOrder(List<Trigger> present, List<KeptTrigger> kept) {

	List<String> predecessors(Trigger trigger) {
		List<String> chain = chain(trigger);
		List<String> before = new ArrayList<>(chain.subList(0, chain.indexOf(trigger.name())));
		Collections.reverse(before);
		return before;
	}

	List<String> successors(Trigger trigger) {
		List<String> chain = chain(trigger);
		return chain.subList(chain.indexOf(trigger.name()) + 1, chain.size());
	}

	private List<String> chain(Trigger trigger) {
		if (trigger.position() == 0) {
			return List.of(trigger.name());
		}
		List<String> chain = new ArrayList<>(this.present.stream()
			.filter((other) -> sameMoment(trigger, other))
			.sorted(Comparator.comparingInt(Trigger::position))
			.map(Trigger::name)
			.toList());
		this.kept.stream()
			.filter((other) -> sameMoment(trigger, other.trigger()) && !chain.contains(other.name()))
			.forEach((other) -> chain.add(place(chain, other), other.name()));
		return chain;
	}

	/** Return the place of a trigger between others, which is the last one by itself. */
	static int place(List<String> chain, KeptTrigger kept) {
		return kept.predecessors()
			.stream()
			.filter(chain::contains)
			.findFirst()
			.map((name) -> chain.indexOf(name) + 1)
			.or(() -> kept.successors().stream().filter(chain::contains).findFirst().map(chain::indexOf))
			.orElse(chain.size());
	}

	private static boolean sameMoment(Trigger first, Trigger second) {
		return first.table().isSame(second.table()) && first.timing() == second.timing()
				&& first.events().equals(second.events()) && first.level() == second.level();
	}

}
