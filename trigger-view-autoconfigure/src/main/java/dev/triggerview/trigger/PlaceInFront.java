package dev.triggerview.trigger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The place directly before another trigger, on a database that creates one behind
 * another or last.
 *
 * @param triggers all triggers of the table
 * @param present the names of those that the database has
 */
record PlaceInFront(List<KeptTrigger> triggers, Collection<String> present) {

	/**
	 * Return the move of a declared trigger. One that shall be the first goes behind the
	 * other one, which is created again behind it, also when a change that was
	 * interrupted in between has left it in the store.
	 * @param existing the triggers that the declared one replaces
	 * @param placed the declared one, of which the other one is the next
	 */
	Move move(List<KeptTrigger> existing, KeptTrigger placed) {
		boolean first = placed.predecessors().stream().noneMatch(this.present::contains);
		if (!first || placed.state() == TriggerState.DISABLED) {
			return new Move(existing, List.of(placed), this.present);
		}
		String next = placed.successors().get(0);
		KeptTrigger other = this.triggers.stream()
			.filter((trigger) -> trigger.name().equals(next) && trigger.table().isSame(placed.table()))
			.findFirst()
			.orElseThrow();
		List<KeptTrigger> from = new ArrayList<>(existing);
		from.add(other);
		List<KeptTrigger> to = List.of(other.present() ? placed.behind(List.of(next)) : placed,
				other.behind(List.of(placed.name())));
		return new Move(from, to, this.present);
	}

}
