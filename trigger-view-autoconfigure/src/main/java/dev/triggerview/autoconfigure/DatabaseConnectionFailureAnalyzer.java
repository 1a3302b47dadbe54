package dev.triggerview.autoconfigure;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/**
 * Says which database cannot be reached, refuses the account or does not exist. The
 * classes of SQLSTATE are those of ISO/IEC 9075-2.
 */
class DatabaseConnectionFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

	private final Environment environment;

	DatabaseConnectionFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
		String state = String.valueOf(cause.getSQLState());
		if (state.startsWith("08")) {
			return analysis(cause, "cannot be reached",
					"Start the database, or correct host and port in spring.datasource.url.");
		}
		if (state.startsWith("28")) {
			return analysis(cause, "refuses the account",
					"Correct spring.datasource.username and spring.datasource.password, or create the account.");
		}
		if (state.startsWith("3D")) {
			return analysis(cause, "does not exist",
					"Create the database, or correct its name in spring.datasource.url.");
		}
		return null;
	}

	private FailureAnalysis analysis(SQLException cause, String problem, String action) {
		return new FailureAnalysis("The database" + url() + " " + problem + ":\n\n    " + cause.getMessage(), action,
				cause);
	}

	/** Parameters are left out, because passwords may be among them. */
	private String url() {
		String url = this.environment.getProperty("spring.datasource.url");
		return (url != null) ? " " + url.split("[?;]", 2)[0].replaceFirst("//[^/@]*@", "//") : "";
	}

}
