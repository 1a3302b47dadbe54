package dev.triggerview.trigger;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The places of triggers that others take under another name. A trigger that only our
 * store has finds its own place by those beside it.
 *
 * @param names the new names by the old ones
 */
record TakenPlaces(Map<String, String> names) {

	static TakenPlaces of(Collection<KeptTrigger> from, Collection<KeptTrigger> to) {
		Map<String, String> names = new LinkedHashMap<>();
		without(from, to).forEach((old) -> {
			List<KeptTrigger> heirs = without(to, from).filter((heir) -> heir.isAtPlaceOf(old)).toList();
			if (heirs.size() == 1) {
				names.put(old.name(), heirs.get(0).name());
			}
		});
		return new TakenPlaces(names);
	}

	private static Stream<KeptTrigger> without(Collection<KeptTrigger> all, Collection<KeptTrigger> others) {
		return all.stream()
			.filter((trigger) -> others.stream().noneMatch((other) -> other.name().equals(trigger.name())));
	}

	/** Return a trigger beside those that have their new names. */
	KeptTrigger beside(KeptTrigger trigger) {
		return trigger.between(renamed(trigger.predecessors()), renamed(trigger.successors()));
	}

	/**
	 * Return the statements that lead what the store has to the new names. They come
	 * before the others: a change that is interrupted by then is made again.
	 */
	List<String> keep(Collection<KeptTrigger> triggers, TriggerStore store) {
		return triggers.stream()
			.filter((trigger) -> !trigger.present() && !beside(trigger).equals(trigger))
			.flatMap((trigger) -> store.keep(beside(trigger)).stream())
			.toList();
	}

	private List<String> renamed(List<String> neighbours) {
		return neighbours.stream().map((name) -> this.names.getOrDefault(name, name)).distinct().toList();
	}

}
