package dev.triggerview.liquibase;

import liquibase.database.Database;
import liquibase.sql.Sql;
import liquibase.statement.core.DropViewStatement;

/**
 * Lets disabled triggers go with a view that Liquibase drops, and keeps in mind the
 * triggers of one that SQLite is about to drop and create again.
 */
public final class KeptDropViewGenerator extends TriggerKeepingGenerator<DropViewStatement> {

	@Override
	Sql[] keeping(DropViewStatement statement, Database database, Sql[] sql) {
		boolean replaced = SqliteRebuild.isUsedOn(database) && ReplacedView
			.of(database, statement.getCatalogName(), statement.getSchemaName(), statement.getViewName())
			.dropped();
		return replaced ? sql : new DroppedRelation(database, statement.getCatalogName(), statement.getSchemaName(),
				statement.getViewName())
			.forgotten(sql);
	}

}
