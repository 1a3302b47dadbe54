package dev.triggerview.liquibase;

import liquibase.database.Database;
import liquibase.exception.ValidationErrors;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.AbstractSqlGenerator;
import liquibase.statement.SqlStatement;

/**
 * Adds to what Liquibase sends for a statement of its own what the triggers of the table
 * or view need.
 */
abstract class TriggerKeepingGenerator<S extends SqlStatement> extends AbstractSqlGenerator<S> {

	@Override
	public final int getPriority() {
		return PRIORITY_DATABASE + 1;
	}

	/** Liquibase remembers the answer for all statements of the class. */
	@Override
	public boolean supports(S statement, Database database) {
		return TriggerNames.isSupported(database);
	}

	@Override
	public final ValidationErrors validate(S statement, Database database, SqlGeneratorChain<S> chain) {
		return chain.validate(statement, database);
	}

	@Override
	public final Sql[] generateSql(S statement, Database database, SqlGeneratorChain<S> chain) {
		return keeping(statement, database, chain.generateSql(statement, database));
	}

	/** Return Liquibase's own statements with what the triggers need. */
	abstract Sql[] keeping(S statement, Database database, Sql[] sql);

}
