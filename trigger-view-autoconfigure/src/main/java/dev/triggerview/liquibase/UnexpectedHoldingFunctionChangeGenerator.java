package dev.triggerview.liquibase;

import liquibase.database.Database;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Column;
import liquibase.structure.core.Table;
import liquibase.structure.core.View;
import org.jspecify.annotations.Nullable;

/** Drops functions first where a table cannot go before the functions that read it. */
public final class UnexpectedHoldingFunctionChangeGenerator extends UnexpectedFunctionChangeGenerator {

	@Override
	boolean isFor(Database database) {
		return holdsTables(database);
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
