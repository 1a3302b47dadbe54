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
 * @param placeable whether the session may name triggers to put others behind
 */
record PlaceInFront(TriggerDialect dialect, List<KeptTrigger> triggers, Collection<String> present, boolean placeable) {

	/**
	 * Return the move of a declared trigger. One that shall be the first goes behind the
	 * other one, which is created again behind it, also when a change that was
	 * interrupted in between has left it in the store.
	 * @param existing the triggers that the declared one replaces
	 * @param next the name of the other trigger
	 */
	Move move(List<KeptTrigger> existing, KeptTrigger declared, String next) {
		KeptTrigger other = other(declared, next);
		KeptTrigger placed = declared.inFrontOf(other);
		boolean first = placed.predecessors().stream().noneMatch(this.present::contains);
		if (!first || declared.state() == TriggerState.DISABLED) {
			return new Move(existing, List.of(placed), this.present);
		}
		List<KeptTrigger> from = new ArrayList<>(existing);
		from.add(other);
		List<KeptTrigger> to = List.of(other.present() ? placed.behind(List.of(next)) : placed,
				other.behind(List.of(declared.name())));
		return new Move(from, to, this.present);
	}

	private KeptTrigger other(KeptTrigger declared, String next) {
		if (!this.placeable) {
			throw refused(declared, "the database finds no trigger of a schema that is not that of the session",
					"make the schema the default one of the update, or leave the attribute out");
		}
		List<String> others = this.triggers.stream()
			.filter((trigger) -> trigger.present() || trigger.interrupted())
			.filter((trigger) -> trigger.runsAtMomentOf(declared)
					&& trigger.trigger().level() == declared.trigger().level())
			.filter((trigger) -> !trigger.name().equals(declared.name()))
			.map(KeptTrigger::name)
			.toList();
		return this.triggers.stream()
			.filter((trigger) -> others.contains(next) && trigger.name().equals(next))
			.findFirst()
			.orElseThrow(() -> refused(declared, "there is no trigger " + next + " with this timing, event and level",
					others.isEmpty() ? "leave the attribute out" : "name one of " + String.join(", ", others)));
	}

	private UnsupportedTriggerException refused(KeptTrigger declared, String reason, String remedy) {
		return new UnsupportedTriggerException(
				List.of(this.dialect.problem(declared.definition(), "precedes", reason, remedy)));
	}

}
