package dev.triggerview.trigger;

import java.util.Collections;
import java.util.List;

/**
 * The triggers that are there, where a view has one {@code INSTEAD OF} trigger for an
 * event.
 */
record InsteadOfTriggers(TriggerDialect dialect, List<KeptTrigger> triggers) {

	/** Refuse triggers that would never fire, unless they are to replace such. */
	void requireFiring(List<KeptTrigger> from, List<KeptTrigger> to) {
		if (!this.dialect.firesOneInsteadOf()) {
			return;
		}
		List<TriggerProblem> problems = to.stream()
			.filter((trigger) -> trigger.state() != TriggerState.DISABLED
					&& from.stream().noneMatch((old) -> firesFor(old, trigger)))
			.flatMap((trigger) -> this.triggers.stream()
				.filter((other) -> firesFor(other, trigger) && !other.name().equals(trigger.name())
						&& !this.dialect.isDeputy(other.name()))
				.map((other) -> problem(trigger, other)))
			.toList();
		if (!problems.isEmpty()) {
			throw new UnsupportedTriggerException(problems);
		}
	}

	/** Whether a trigger that is there fires in the place of another one. */
	private static boolean firesFor(KeptTrigger there, KeptTrigger trigger) {
		return there.present() && isInsteadOf(there) && isInsteadOf(trigger) && there.table().isSame(trigger.table())
				&& !Collections.disjoint(there.trigger().events(), trigger.trigger().events());
	}

	private static boolean isInsteadOf(KeptTrigger trigger) {
		return trigger.trigger().timing() == TriggerTiming.INSTEAD_OF;
	}

	private TriggerProblem problem(KeptTrigger trigger, KeptTrigger other) {
		return this.dialect.problem(trigger.definition(), "timing",
				"of the INSTEAD OF triggers of a view one fires for an event, which is " + other.name(),
				"merge the two bodies, or drop that trigger before");
	}

}
