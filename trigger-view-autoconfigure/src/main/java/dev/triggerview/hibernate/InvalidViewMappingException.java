package dev.triggerview.hibernate;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown at start-up when entities do not fit the views that they are mapped to. */
public final class InvalidViewMappingException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<ViewProblem> problems;

	InvalidViewMappingException(List<ViewProblem> problems) {
		super(problems.stream()
			.map((problem) -> problem + "\n" + problem.remedy())
			.collect(Collectors.joining("\n", "Entities do not fit their views:\n", "")));
		this.problems = List.copyOf(problems);
	}

	/** Return every problem, each with its remedy, ordered by entity. */
	public List<ViewProblem> problems() {
		return this.problems;
	}

}
