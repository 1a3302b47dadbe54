package dev.triggerview.trigger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What changes that were interrupted have left in a database where a deputy runs while a
 * trigger is away: the store has the trigger, which comes back in the place of its
 * deputy. A deputy that waits for nothing goes.
 *
 * @param triggers the triggers of the catalog, as they are after the statements
 * @param statements the statements that finish what was interrupted
 */
record Deputies(List<Trigger> triggers, List<String> statements) {

	/**
	 * Look for deputies.
	 * @param present the triggers of the catalog
	 * @param placeable whether the session may name triggers to put others behind
	 */
	static Deputies of(TriggerDialect dialect, TriggerStore store, List<Trigger> present, List<KeptTrigger> kept,
			boolean placeable) {
		List<Trigger> triggers = new ArrayList<>();
		List<String> statements = new ArrayList<>();
		for (Trigger trigger : present) {
			if (!dialect.isDeputy(trigger.name())) {
				triggers.add(trigger);
				continue;
			}
			Optional<KeptTrigger> away = kept.stream()
				.filter((other) -> other.interrupted() && isDeputy(dialect, trigger, other)
						&& present.stream().noneMatch(other::isOf))
				.findFirst();
			boolean replaced = present.stream().anyMatch((other) -> dialect.waitsFor(trigger, other));
			if (replaced || dialect.neverRuns(trigger)) {
				statements.addAll(dialect.dropOne(trigger.name(), trigger.table()));
				away.filter((other) -> replaced).ifPresent((other) -> statements.add(store.forget(other)));
			}
			else if (away.isPresent()) {
				statements.addAll(dialect.relieved(away.get(), placeable));
				statements.add(store.forget(away.get()));
				statements.addAll(dialect.dropDeputy(away.get()));
				triggers.add(away.get().inPlaceOf(trigger));
			}
			else {
				triggers.add(trigger);
			}
		}
		return new Deputies(triggers, statements);
	}

	private static boolean isDeputy(TriggerDialect dialect, Trigger trigger, KeptTrigger owner) {
		return trigger.table().isSame(owner.table())
				&& dialect.deputy(owner.name()).filter(trigger.name()::equals).isPresent();
	}

}
