package dev.triggerview.autoconfigure;

import dev.triggerview.hibernate.UntoldIdentityException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which keys a writable view can have where its database does not tell them. */
class UntoldIdentityFailureAnalyzer extends AbstractFailureAnalyzer<UntoldIdentityException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UntoldIdentityException cause) {
		return new FailureAnalysis(cause.problem().toString(), cause.problem().remedy(), cause);
	}

}
