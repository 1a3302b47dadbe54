package dev.triggerview.autoconfigure;

import java.util.stream.Collectors;

import dev.triggerview.hibernate.InvalidViewMappingException;
import dev.triggerview.hibernate.ViewProblem;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to change where an entity does not fit its view. */
class InvalidViewMappingFailureAnalyzer extends AbstractFailureAnalyzer<InvalidViewMappingException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidViewMappingException cause) {
		String description = cause.problems()
			.stream()
			.map((problem) -> "    - " + problem)
			.collect(Collectors.joining("\n", "Entities do not fit the views that they are mapped to:\n\n", ""));
		String action = cause.problems()
			.stream()
			.map(InvalidViewMappingFailureAnalyzer::remedy)
			.collect(
					Collectors.joining("\n\n", "", "\n\nTo start all the same, set trigger-view.views.validate=warn."));
		return new FailureAnalysis(description, action, cause);
	}

	private static String remedy(ViewProblem problem) {
		return "In " + problem.entity() + ": " + problem.remedy();
	}

}
