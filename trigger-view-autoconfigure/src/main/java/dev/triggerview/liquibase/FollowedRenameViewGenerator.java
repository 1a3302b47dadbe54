package dev.triggerview.liquibase;

import liquibase.database.Database;
import liquibase.exception.ValidationErrors;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.AbstractSqlGenerator;
import liquibase.statement.core.RenameViewStatement;

/** Lets disabled triggers follow a view that Liquibase renames. */
public final class FollowedRenameViewGenerator extends AbstractSqlGenerator<RenameViewStatement> {

	@Override
	public int getPriority() {
		return PRIORITY_DATABASE + 1;
	}

	/** Liquibase remembers the answer for all statements of the class. */
	@Override
	public boolean supports(RenameViewStatement statement, Database database) {
		return TriggerNames.isSupported(database);
	}

	@Override
	public ValidationErrors validate(RenameViewStatement statement, Database database,
			SqlGeneratorChain<RenameViewStatement> chain) {
		return chain.validate(statement, database);
	}

	@Override
	public Sql[] generateSql(RenameViewStatement statement, Database database,
			SqlGeneratorChain<RenameViewStatement> chain) {
		return new RenamedRelation(database, statement.getCatalogName(), statement.getSchemaName(),
				statement.getOldViewName(), statement.getNewViewName())
			.followed(chain.generateSql(statement, database));
	}

}
