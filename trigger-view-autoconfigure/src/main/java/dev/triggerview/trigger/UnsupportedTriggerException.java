package dev.triggerview.trigger;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when a database cannot express a trigger with the meaning that was declared. */
public class UnsupportedTriggerException extends RuntimeException {

	private final transient List<TriggerProblem> problems;

	UnsupportedTriggerException(List<TriggerProblem> problems) {
		super(problems.stream().map(TriggerProblem::toString).collect(Collectors.joining("\n")));
		this.problems = List.copyOf(problems);
	}

	/** Return every reason, each with its remedy. */
	public List<TriggerProblem> problems() {
		return this.problems;
	}

}
