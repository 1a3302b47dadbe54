package dev.triggerview.liquibase;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.Trigger;
import dev.triggerview.trigger.TriggerDialect;
import dev.triggerview.trigger.TriggerEvent;
import dev.triggerview.trigger.TriggerFeature;
import dev.triggerview.trigger.TriggerLevel;
import dev.triggerview.trigger.TriggerTiming;

/**
 * The order in which triggers fire, on databases where a trigger can be given a place in
 * it.
 *
 * @param triggers the names of the triggers that fire at a moment, in order
 */
record FiringOrder(Map<Moment, List<String>> triggers) {

	static FiringOrder of(Collection<Trigger> triggers, TriggerDialect dialect) {
		if (dialect.support(TriggerFeature.FOLLOWS) != TriggerDialect.Support.NATIVE) {
			return new FiringOrder(Map.of());
		}
		return new FiringOrder(triggers.stream()
			.filter((trigger) -> trigger.position() > 0)
			.sorted(Comparator.comparingInt(Trigger::position))
			.collect(Collectors.groupingBy(Moment::of, Collectors.mapping(Trigger::name, Collectors.toList()))));
	}

	/**
	 * Return the triggers that fire at the moment of one, with it; empty if not known.
	 */
	List<String> around(Trigger trigger) {
		return this.triggers.isEmpty() ? List.of() : this.triggers.getOrDefault(Moment.of(trigger), List.of());
	}

	/** When a trigger fires. */
	record Moment(RelationName table, TriggerTiming timing, Set<TriggerEvent> events, TriggerLevel level) {

		static Moment of(Trigger trigger) {
			return new Moment(trigger.table(), trigger.timing(), trigger.events(), trigger.level());
		}

		/** Return whether it is that of a trigger of the table in another database. */
		boolean isElsewhere(Trigger trigger) {
			return of(trigger).equals(new Moment(trigger.table(), this.timing, this.events, this.level));
		}

	}

}
