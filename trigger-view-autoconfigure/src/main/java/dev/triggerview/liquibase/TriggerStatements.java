package dev.triggerview.liquibase;

import java.util.List;

import dev.triggerview.trigger.TriggerDialect;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.RawCompoundStatement;

/** Hands the SQL of a dialect to Liquibase as it is: not split and without parameters. */
final class TriggerStatements {

	private TriggerStatements() {
	}

	static SqlStatement[] of(TriggerDialect dialect, List<String> statements) {
		return statements.stream()
			.map((sql) -> new RawCompoundStatement(sql, dialect.delimiter()))
			.toArray(SqlStatement[]::new);
	}

}
