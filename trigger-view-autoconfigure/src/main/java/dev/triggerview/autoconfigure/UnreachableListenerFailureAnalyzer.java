package dev.triggerview.autoconfigure;

import dev.triggerview.event.UnreachableListenerException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says how a listener that waits for a transaction hears of its rows. */
final class UnreachableListenerFailureAnalyzer extends AbstractFailureAnalyzer<UnreachableListenerException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnreachableListenerException cause) {
		return new FailureAnalysis(cause.getMessage(), "Annotate " + cause.listener()
				+ " with @EventListener, which is called after the transaction; or let it take ChangesCommitting, which"
				+ " has the same rows and which a transactional listener, also of Spring Modulith, receives in its phase.",
				cause);
	}

}
