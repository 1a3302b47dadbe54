package dev.triggerview.liquibase;

import liquibase.database.Database;
import liquibase.sql.Sql;
import liquibase.statement.core.RenameViewStatement;

/** Lets disabled triggers follow a view that Liquibase renames. */
public final class FollowedRenameViewGenerator extends TriggerKeepingGenerator<RenameViewStatement> {

	@Override
	Sql[] keeping(RenameViewStatement statement, Database database, Sql[] sql) {
		return new RenamedRelation(database, statement.getCatalogName(), statement.getSchemaName(),
				statement.getOldViewName(), statement.getNewViewName())
			.followed(sql);
	}

}
