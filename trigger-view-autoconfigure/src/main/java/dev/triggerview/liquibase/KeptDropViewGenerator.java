package dev.triggerview.liquibase;

import liquibase.database.Database;
import liquibase.sql.Sql;
import liquibase.statement.core.DropViewStatement;

/** Keeps in mind the triggers of a view that SQLite is about to drop and create again. */
public final class KeptDropViewGenerator extends TriggerKeepingGenerator<DropViewStatement> {

	@Override
	public boolean supports(DropViewStatement statement, Database database) {
		return SqliteRebuild.isUsedOn(database);
	}

	@Override
	Sql[] keeping(DropViewStatement statement, Database database, Sql[] sql) {
		ReplacedView.of(database, statement.getCatalogName(), statement.getSchemaName(), statement.getViewName())
			.dropped();
		return sql;
	}

}
