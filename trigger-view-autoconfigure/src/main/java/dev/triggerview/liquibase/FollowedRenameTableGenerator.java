package dev.triggerview.liquibase;

import liquibase.database.Database;
import liquibase.exception.ValidationErrors;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.AbstractSqlGenerator;
import liquibase.statement.core.RenameTableStatement;

/** Lets disabled triggers follow a table that Liquibase renames. */
public final class FollowedRenameTableGenerator extends AbstractSqlGenerator<RenameTableStatement> {

	@Override
	public int getPriority() {
		return PRIORITY_DATABASE + 1;
	}

	/** Liquibase remembers the answer for all statements of the class. */
	@Override
	public boolean supports(RenameTableStatement statement, Database database) {
		return TriggerNames.isSupported(database);
	}

	@Override
	public ValidationErrors validate(RenameTableStatement statement, Database database,
			SqlGeneratorChain<RenameTableStatement> chain) {
		return chain.validate(statement, database);
	}

	@Override
	public Sql[] generateSql(RenameTableStatement statement, Database database,
			SqlGeneratorChain<RenameTableStatement> chain) {
		Sql[] sql = chain.generateSql(statement, database);
		if (SqliteRebuild.begins(database, statement)) {
			return new SqliteRebuild(database, statement.getOldTableName()).renaming(sql);
		}
		return new RenamedRelation(database, statement.getCatalogName(), statement.getSchemaName(),
				statement.getOldTableName(), statement.getNewTableName())
			.followed(sql);
	}

}
