package dev.triggerview.trigger;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the store keeps beside the triggers that are there.
 *
 * @param store the store
 * @param triggers those that are there, and those that only the store has
 * @param leftovers what the store has of triggers that are there
 */
record StoreContent(TriggerStore store, List<KeptTrigger> triggers, List<KeptTrigger> leftovers) {

	/** Return what is kept. */
	Stream<KeptTrigger> kept() {
		return Stream.concat(this.triggers.stream().filter((trigger) -> !trigger.present()), this.leftovers.stream());
	}

	/**
	 * Return the statements after which the store keeps what it did at another moment;
	 * empty if the triggers that are there are not those of then.
	 */
	Optional<List<String>> to(StoreContent then) {
		return live().equals(then.live()) ? Optional.of(Stream
			.concat(kept().filter((trigger) -> then.kept().noneMatch(trigger::equals)).map(this.store::forget),
					then.kept()
						.filter((trigger) -> kept().noneMatch(trigger::equals))
						.flatMap((trigger) -> this.store.keep(trigger).stream()))
			.toList()) : Optional.empty();
	}

	private Set<Trigger> live() {
		return this.triggers.stream()
			.filter(KeptTrigger::present)
			.map(KeptTrigger::trigger)
			.collect(Collectors.toSet());
	}

}
