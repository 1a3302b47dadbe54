package dev.triggerview.liquibase;

import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.ValidationErrors;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.AbstractSqlGenerator;
import liquibase.statement.core.DropViewStatement;

/** Keeps in mind the triggers of a view that SQLite is about to drop and create again. */
public final class KeptDropViewGenerator extends AbstractSqlGenerator<DropViewStatement> {

	@Override
	public int getPriority() {
		return PRIORITY_DATABASE + 1;
	}

	/** Liquibase remembers the answer for all statements of the class. */
	@Override
	public boolean supports(DropViewStatement statement, Database database) {
		return database instanceof SQLiteDatabase;
	}

	@Override
	public ValidationErrors validate(DropViewStatement statement, Database database,
			SqlGeneratorChain<DropViewStatement> chain) {
		return chain.validate(statement, database);
	}

	@Override
	public Sql[] generateSql(DropViewStatement statement, Database database,
			SqlGeneratorChain<DropViewStatement> chain) {
		ReplacedView.of(database, statement.getCatalogName(), statement.getSchemaName(), statement.getViewName())
			.dropped();
		return chain.generateSql(statement, database);
	}

}
