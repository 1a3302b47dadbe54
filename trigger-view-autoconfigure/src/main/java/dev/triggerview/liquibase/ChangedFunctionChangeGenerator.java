package dev.triggerview.liquibase;

import liquibase.change.Change;
import liquibase.database.Database;
import liquibase.diff.ObjectDifferences;
import liquibase.diff.output.DiffOutputControl;
import liquibase.diff.output.changelog.AbstractChangeGenerator;
import liquibase.diff.output.changelog.ChangeGeneratorChain;
import liquibase.diff.output.changelog.ChangedObjectChangeGenerator;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Column;
import liquibase.structure.core.Table;
import liquibase.structure.core.View;
import org.jspecify.annotations.Nullable;

/** Replaces functions that differ, a generated one with its trigger. */
public final class ChangedFunctionChangeGenerator extends AbstractChangeGenerator
		implements ChangedObjectChangeGenerator {

	@Override
	public int getPriority(Class<? extends DatabaseObject> type, Database database) {
		return Function.class.isAssignableFrom(type) ? PRIORITY_DEFAULT : PRIORITY_NONE;
	}

	@Override
	@SuppressWarnings("unchecked")
	public Class<? extends DatabaseObject> @Nullable [] runAfterTypes() {
		return new Class[] { Table.class, Column.class };
	}

	@Override
	@SuppressWarnings("unchecked")
	public Class<? extends DatabaseObject> @Nullable [] runBeforeTypes() {
		return new Class[] { View.class };
	}

	@Override
	public Change @Nullable [] fixChanged(DatabaseObject object, ObjectDifferences differences,
			DiffOutputControl control, Database reference, Database compared, ChangeGeneratorChain chain) {
		GeneratedFunction generated = new GeneratedFunction((Function) object, Comparison.with(compared));
		return new Change[] { generated.replace(control, reference) };
	}

}
