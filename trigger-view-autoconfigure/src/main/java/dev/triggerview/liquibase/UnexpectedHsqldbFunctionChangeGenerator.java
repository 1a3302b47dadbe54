package dev.triggerview.liquibase;

import liquibase.database.Database;
import liquibase.database.core.HsqlDatabase;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Column;
import liquibase.structure.core.Table;
import liquibase.structure.core.View;
import org.jspecify.annotations.Nullable;

/** On HSQLDB, a table cannot be dropped before the functions that read it. */
public final class UnexpectedHsqldbFunctionChangeGenerator extends UnexpectedFunctionChangeGenerator {

	@Override
	boolean isFor(Database database) {
		return database instanceof HsqlDatabase;
	}

	@Override
	@SuppressWarnings("unchecked")
	public Class<? extends DatabaseObject> @Nullable [] runAfterTypes() {
		return new Class[] { View.class };
	}

	@Override
	@SuppressWarnings("unchecked")
	public Class<? extends DatabaseObject> @Nullable [] runBeforeTypes() {
		return new Class[] { Table.class, Column.class };
	}

}
