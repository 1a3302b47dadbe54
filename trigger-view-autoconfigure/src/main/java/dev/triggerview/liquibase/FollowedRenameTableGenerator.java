package dev.triggerview.liquibase;

import liquibase.database.Database;
import liquibase.sql.Sql;
import liquibase.statement.core.RenameTableStatement;

/** Lets disabled triggers follow a table that Liquibase renames. */
public final class FollowedRenameTableGenerator extends TriggerKeepingGenerator<RenameTableStatement> {

	@Override
	Sql[] keeping(RenameTableStatement statement, Database database, Sql[] sql) {
		if (SqliteRebuild.begins(database, statement)) {
			return new SqliteRebuild(database, statement.getOldTableName()).renaming(sql);
		}
		return new RenamedRelation(database, statement.getCatalogName(), statement.getSchemaName(),
				statement.getOldTableName(), statement.getNewTableName())
			.followed(sql);
	}

}
