package dev.triggerview.autoconfigure;

import dev.triggerview.hibernate.ViewDropException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says how to start where Hibernate would drop views together with their tables. */
class ViewDropFailureAnalyzer extends AbstractFailureAnalyzer<ViewDropException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, ViewDropException cause) {
		String description = "Hibernate is told to create the schema and drops table " + cause.table()
				+ " before, which would drop the views that read it as well: " + String.join(", ", cause.views()) + ".";
		String action = """
				Let migrations or scripts create tables and views, and set

				    spring.jpa.hibernate.ddl-auto=validate

				If Hibernate is to create the tables, let a script create the views after it, and set

				    spring.jpa.defer-datasource-initialization=true""";
		return new FailureAnalysis(description, action, cause);
	}

}
