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
 * Creates functions that a database lacks, behind all that they may read: what calls them
 * brings them along. Their trigger may create one, and one that was left behind when a
 * trigger went with its table is left out.
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
				Index.class, Sequence.class, View.class };
	}

	@Override
	public Class<? extends DatabaseObject> @Nullable [] runBeforeTypes() {
		return null;
	}

	@Override
	public Change @Nullable [] fixMissing(DatabaseObject object, DiffOutputControl control, Database reference,
			Database compared, ChangeGeneratorChain chain) {
		return Comparison.with(compared)
			.missingFunctions(control)
			.toCreate(object, "")
			.stream()
			.flatMap((function) -> GeneratedFunction.missing(function, control, reference, compared))
			.toArray(Change[]::new);
	}

}
