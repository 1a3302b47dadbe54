package dev.triggerview.liquibase;

import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.ValidationErrors;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.AbstractSqlGenerator;
import liquibase.statement.core.DropTableStatement;

/** Restores triggers where Liquibase has created a table of SQLite anew. */
public final class SqliteDropTableGenerator extends AbstractSqlGenerator<DropTableStatement> {

	@Override
	public int getPriority() {
		return PRIORITY_DATABASE + 1;
	}

	/** Liquibase remembers the answer for all statements of the class. */
	@Override
	public boolean supports(DropTableStatement statement, Database database) {
		return database instanceof SQLiteDatabase;
	}

	@Override
	public ValidationErrors validate(DropTableStatement statement, Database database,
			SqlGeneratorChain<DropTableStatement> chain) {
		return chain.validate(statement, database);
	}

	@Override
	public Sql[] generateSql(DropTableStatement statement, Database database,
			SqlGeneratorChain<DropTableStatement> chain) {
		Sql[] sql = chain.generateSql(statement, database);
		return SqliteRebuild.ends(statement) ? SqliteRebuild.endedBy(database, statement).drop(sql) : sql;
	}

}
