package dev.triggerview.liquibase;

import liquibase.database.Database;
import liquibase.sql.Sql;
import liquibase.statement.core.CreateViewStatement;

/**
 * Keeps the triggers of a view that Liquibase replaces by dropping it and creating it
 * again, as it does on SQLite and HSQLDB.
 */
public final class KeptCreateViewGenerator extends TriggerKeepingGenerator<CreateViewStatement> {

	@Override
	Sql[] keeping(CreateViewStatement statement, Database database, Sql[] sql) {
		return ReplacedView.of(database, statement.getCatalogName(), statement.getSchemaName(), statement.getViewName())
			.created(sql);
	}

}
