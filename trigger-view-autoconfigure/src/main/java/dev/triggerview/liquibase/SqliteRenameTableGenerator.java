package dev.triggerview.liquibase;

import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.ValidationErrors;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.AbstractSqlGenerator;
import liquibase.statement.core.RenameTableStatement;

/** Keeps triggers where Liquibase begins to create a table of SQLite anew. */
public final class SqliteRenameTableGenerator extends AbstractSqlGenerator<RenameTableStatement> {

	@Override
	public int getPriority() {
		return PRIORITY_DATABASE + 1;
	}

	/** Liquibase remembers the answer for all statements of the class. */
	@Override
	public boolean supports(RenameTableStatement statement, Database database) {
		return database instanceof SQLiteDatabase;
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
		return SqliteRebuild.begins(statement) ? new SqliteRebuild(database, statement.getOldTableName()).renaming(sql)
				: sql;
	}

}
