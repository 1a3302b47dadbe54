package dev.triggerview.liquibase;

import java.util.Comparator;
import java.util.Optional;

import dev.triggerview.trigger.TriggerDialect;
import dev.triggerview.trigger.TriggerFeature;
import dev.triggerview.trigger.TriggerOrder;

/**
 * The place of a trigger among those of its table, timing and events, where the database
 * has such an order. A new trigger is the last one; changes are generated in the order of
 * names.
 */
record TriggerPlace(dev.triggerview.trigger.Trigger trigger, Comparison comparison) {

	TriggerOrder order(TriggerDialect dialect) {
		if (this.trigger.position() == 0 || dialect.support(TriggerFeature.PRECEDES) != TriggerDialect.Support.NATIVE) {
			return TriggerOrder.ANY;
		}
		return next().map((name) -> new TriggerOrder(null, name)).orElse(TriggerOrder.ANY);
	}

	/** The nearest later trigger that is there. */
	private Optional<String> next() {
		return this.comparison.wantedTriggers(this.trigger.table())
			.stream()
			.map(Trigger::model)
			.filter(this::isLater)
			.filter(this.comparison::isPresent)
			.min(Comparator.comparingInt(dev.triggerview.trigger.Trigger::position))
			.map(dev.triggerview.trigger.Trigger::name);
	}

	private boolean isLater(dev.triggerview.trigger.Trigger other) {
		return other.timing() == this.trigger.timing() && other.events().equals(this.trigger.events())
				&& other.position() > this.trigger.position();
	}

}
