package dev.triggerview.liquibase;

import liquibase.database.Database;
import liquibase.exception.ValidationErrors;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.AbstractSqlGenerator;
import liquibase.statement.core.CreateViewStatement;

/**
 * Keeps the triggers of a view that Liquibase replaces by dropping it and creating it
 * again, as it does on SQLite and HSQLDB.
 */
public final class KeptCreateViewGenerator extends AbstractSqlGenerator<CreateViewStatement> {

	@Override
	public int getPriority() {
		return PRIORITY_DATABASE + 1;
	}

	/** Liquibase remembers the answer for all statements of the class. */
	@Override
	public boolean supports(CreateViewStatement statement, Database database) {
		return TriggerNames.isSupported(database);
	}

	@Override
	public ValidationErrors validate(CreateViewStatement statement, Database database,
			SqlGeneratorChain<CreateViewStatement> chain) {
		return chain.validate(statement, database);
	}

	@Override
	public Sql[] generateSql(CreateViewStatement statement, Database database,
			SqlGeneratorChain<CreateViewStatement> chain) {
		return ReplacedView.of(database, statement.getCatalogName(), statement.getSchemaName(), statement.getViewName())
			.created(chain.generateSql(statement, database));
	}

}
