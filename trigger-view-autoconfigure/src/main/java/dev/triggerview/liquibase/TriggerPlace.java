package dev.triggerview.liquibase;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.triggerview.trigger.TriggerDialect;
import dev.triggerview.trigger.TriggerFeature;
import dev.triggerview.trigger.TriggerOrder;

/**
 * The place of a trigger among those that fire at the same moment, where the database has
 * such an order. Changes are generated in this order, so that each trigger follows the
 * one before it.
 */
record TriggerPlace(Trigger trigger, TriggerDialect dialect, Comparison comparison, IncludedTriggers included) {

	private static final Comparator<Trigger> BY_POSITION = Comparator
		.comparing((trigger) -> trigger.model().position());

	/** Return the place of a trigger that is created; a new one is the last. */
	TriggerOrder whenCreated() {
		boolean last = !isOrdered() || later().noneMatch(this::isAtItsMoment);
		return last ? TriggerOrder.ANY : beside((before) -> isCreated(before) || isAtItsMoment(before));
	}

	/** Return the place of a trigger that is replaced; one that is right stays. */
	TriggerOrder whenReplaced() {
		return isMoved() ? beside((before) -> isCreated(before) || this.comparison.present(before).isPresent())
				: TriggerOrder.ANY;
	}

	/** Return the place of another trigger. */
	TriggerPlace of(Trigger other) {
		return new TriggerPlace(other, this.dialect, this.comparison, this.included);
	}

	/** Return the triggers that were created behind one which is moved by now. */
	List<Trigger> createdBehind() {
		return isMoved() ? later().takeWhile(this::isCreated).toList() : List.of();
	}

	private TriggerOrder beside(Predicate<Trigger> there) {
		return earlier().filter(there)
			.findFirst()
			.map((before) -> new TriggerOrder(before.getName(), null))
			.or(() -> later().filter(this::isAtItsMoment)
				.findFirst()
				.map((next) -> new TriggerOrder(null, next.getName())))
			.orElse(TriggerOrder.ANY);
	}

	private boolean isOrdered() {
		return this.trigger.model().position() > 0
				&& this.dialect.support(TriggerFeature.FOLLOWS) == TriggerDialect.Support.NATIVE;
	}

	/** Created by a change that comes before those of triggers which differ. */
	private boolean isCreated(Trigger other) {
		return this.comparison.isCreated(other, this.included);
	}

	private boolean isMoved() {
		return isOrdered() && (this.comparison.isReordered(this.trigger) || !isAtItsMoment(this.trigger));
	}

	private boolean isAtItsMoment(Trigger wanted) {
		return this.comparison.present(wanted)
			.filter((present) -> FiringOrder.Moment.of(wanted.model()).isElsewhere(present.model()))
			.isPresent();
	}

	private Stream<Trigger> earlier() {
		return beside().filter((other) -> BY_POSITION.compare(other, this.trigger) < 0).sorted(BY_POSITION.reversed());
	}

	private Stream<Trigger> later() {
		return beside().filter((other) -> BY_POSITION.compare(other, this.trigger) > 0).sorted(BY_POSITION);
	}

	private Stream<Trigger> beside() {
		FiringOrder.Moment moment = FiringOrder.Moment.of(this.trigger.model());
		return this.comparison.wantedTriggers(this.trigger.table())
			.stream()
			.filter((other) -> FiringOrder.Moment.of(other.model()).equals(moment));
	}

}
