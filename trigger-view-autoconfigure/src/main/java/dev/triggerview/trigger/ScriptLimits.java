package dev.triggerview.trigger;

import java.util.ArrayList;
import java.util.List;

/**
 * What a script cannot do of a definition that its database has no statement for: it does
 * not look at what is there.
 */
record ScriptLimits(TriggerDialect dialect, TriggerDefinition trigger) {

	List<TriggerProblem> problems() {
		List<TriggerProblem> problems = new ArrayList<>();
		if (this.trigger.state() == TriggerState.DISABLED && !this.dialect.disables(this.trigger)) {
			problems.add(problem("enabled, disabled", "a disabled trigger is kept by a connection to the database",
					"run the update with one, or create the trigger enabled"));
		}
		if (TriggerFeature.PRECEDES.usedBy(this.trigger) && this.dialect.placesBehindOnly()) {
			problems.add(problem("precedes", "only a connection to the database places a trigger before another",
					"run the update with one, or create the other trigger behind this one"));
		}
		if (this.trigger.events().size() > 1 && this.dialect.findsNeighbours()
				&& !this.trigger.order().equals(TriggerOrder.ANY)) {
			problems.add(problem(this.trigger.order().attribute(),
					"only a connection to the database tells which events the other trigger has",
					"run the update with one, or declare one trigger for each event"));
		}
		return problems;
	}

	private TriggerProblem problem(String attribute, String reason, String remedy) {
		return this.dialect.problem(this.trigger, attribute, reason, remedy);
	}

}
