package dev.triggerview.testing;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Skips a class when the build is narrowed to databases that it does not run on. In a
 * build that is not narrowed no class is skipped.
 */
class EachDatabaseCondition implements ExecutionCondition {

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		List<TestDatabase> named = AnnotationSupport.findAnnotation(context.getElement(), EachDatabase.class)
			.map((annotation) -> Arrays.asList(annotation.value()))
			.orElse(List.of());
		return (TestDatabase.isNarrowed() && !named.isEmpty()
				&& named.stream().noneMatch(TestDatabase.available()::contains))
						? ConditionEvaluationResult
							.disabled("runs on " + named + ", this build on " + TestDatabase.available())
						: ConditionEvaluationResult.enabled("its databases are there");
	}

}
