package dev.triggerview.liquibase;

import liquibase.database.Database;
import liquibase.sql.Sql;
import liquibase.statement.core.DropTableStatement;

/**
 * Lets disabled triggers go with a table that Liquibase drops, and restores those of a
 * table of SQLite that it has created anew.
 */
public final class FollowedDropTableGenerator extends TriggerKeepingGenerator<DropTableStatement> {

	@Override
	Sql[] keeping(DropTableStatement statement, Database database, Sql[] sql) {
		if (SqliteRebuild.isUsedOn(database) && SqliteRebuild.ends(statement)) {
			return SqliteRebuild.endedBy(database, statement).drop(sql);
		}
		return new DroppedRelation(database, statement.getCatalogName(), statement.getSchemaName(),
				statement.getTableName())
			.forgotten(sql);
	}

}
