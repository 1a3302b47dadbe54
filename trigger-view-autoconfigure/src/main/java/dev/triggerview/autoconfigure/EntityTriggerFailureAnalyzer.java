package dev.triggerview.autoconfigure;

import dev.triggerview.event.InvalidEntityTriggerException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which entity trigger can never fire. */
final class EntityTriggerFailureAnalyzer extends AbstractFailureAnalyzer<InvalidEntityTriggerException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidEntityTriggerException cause) {
		return new FailureAnalysis(cause.getMessage(),
				"Correct the @EntityTrigger on " + cause.method()
						+ ": name properties as the entity does, embedded ones by path, and let timing, events and"
						+ " condition fit the type of the parameter.",
				cause);
	}

}
