package dev.triggerview.liquibase;

import liquibase.change.Change;
import liquibase.database.Database;
import liquibase.diff.output.DiffOutputControl;
import liquibase.diff.output.changelog.AbstractChangeGenerator;
import liquibase.diff.output.changelog.ChangeGeneratorChain;
import liquibase.diff.output.changelog.MissingObjectChangeGenerator;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Column;
import liquibase.structure.core.ForeignKey;
import liquibase.structure.core.Index;
import liquibase.structure.core.PrimaryKey;
import liquibase.structure.core.Sequence;
import liquibase.structure.core.Table;
import liquibase.structure.core.UniqueConstraint;
import liquibase.structure.core.View;
import org.jspecify.annotations.Nullable;

/**
 * Creates functions that a database lacks, unless their trigger does, or went with its
 * table and left the function behind.
 */
public final class MissingFunctionChangeGenerator extends AbstractChangeGenerator
		implements MissingObjectChangeGenerator {

	@Override
	public int getPriority(Class<? extends DatabaseObject> type, Database database) {
		return Function.class.isAssignableFrom(type) ? PRIORITY_DEFAULT : PRIORITY_NONE;
	}

	@Override
	@SuppressWarnings("unchecked")
	public Class<? extends DatabaseObject> @Nullable [] runAfterTypes() {
		return new Class[] { Table.class, Column.class, PrimaryKey.class, UniqueConstraint.class, ForeignKey.class,
				Index.class, Sequence.class };
	}

	@Override
	@SuppressWarnings("unchecked")
	public Class<? extends DatabaseObject> @Nullable [] runBeforeTypes() {
		return new Class[] { View.class };
	}

	@Override
	public Change @Nullable [] fixMissing(DatabaseObject object, DiffOutputControl control, Database reference,
			Database compared, ChangeGeneratorChain chain) {
		GeneratedFunction generated = new GeneratedFunction((Function) object, Comparison.with(compared));
		boolean needless = generated.isLeftBehind() || generated.trigger(reference).isPresent();
		return needless ? null : new Change[] { generated.change(control, reference) };
	}

}
