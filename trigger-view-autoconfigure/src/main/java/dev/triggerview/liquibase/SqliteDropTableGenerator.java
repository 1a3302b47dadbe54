package dev.triggerview.liquibase;

import liquibase.database.Database;
import liquibase.sql.Sql;
import liquibase.statement.core.DropTableStatement;

/** Restores triggers where Liquibase has created a table of SQLite anew. */
public final class SqliteDropTableGenerator extends TriggerKeepingGenerator<DropTableStatement> {

	@Override
	public boolean supports(DropTableStatement statement, Database database) {
		return SqliteRebuild.isUsedOn(database);
	}

	@Override
	Sql[] keeping(DropTableStatement statement, Database database, Sql[] sql) {
		return SqliteRebuild.ends(statement) ? SqliteRebuild.endedBy(database, statement).drop(sql) : sql;
	}

}
