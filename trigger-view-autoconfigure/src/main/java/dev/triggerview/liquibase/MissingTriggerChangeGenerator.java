package dev.triggerview.liquibase;

import dev.triggerview.trigger.TriggerDialect;
import liquibase.change.Change;
import liquibase.database.Database;
import liquibase.diff.output.DiffOutputControl;
import liquibase.diff.output.changelog.AbstractChangeGenerator;
import liquibase.diff.output.changelog.ChangeGeneratorChain;
import liquibase.diff.output.changelog.MissingObjectChangeGenerator;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Column;
import liquibase.structure.core.Data;
import liquibase.structure.core.ForeignKey;
import liquibase.structure.core.Index;
import liquibase.structure.core.PrimaryKey;
import liquibase.structure.core.Sequence;
import liquibase.structure.core.Table;
import liquibase.structure.core.UniqueConstraint;
import liquibase.structure.core.View;
import org.jspecify.annotations.Nullable;

/**
 * Creates triggers that a database lacks, after everything that they may need, and those
 * of a table in the order in which they run.
 */
public final class MissingTriggerChangeGenerator extends AbstractChangeGenerator
		implements MissingObjectChangeGenerator {

	@Override
	public int getPriority(Class<? extends DatabaseObject> type, Database database) {
		return Trigger.class.isAssignableFrom(type) ? PRIORITY_DEFAULT : PRIORITY_NONE;
	}

	@Override
	@SuppressWarnings("unchecked")
	public Class<? extends DatabaseObject> @Nullable [] runAfterTypes() {
		return new Class[] { Table.class, View.class, Column.class, PrimaryKey.class, UniqueConstraint.class,
				ForeignKey.class, Index.class, Sequence.class, Data.class, Function.class };
	}

	@Override
	public Class<? extends DatabaseObject> @Nullable [] runBeforeTypes() {
		return null;
	}

	@Override
	public Change @Nullable [] fixMissing(DatabaseObject object, DiffOutputControl control, Database reference,
			Database compared, ChangeGeneratorChain chain) {
		IncludedTriggers included = IncludedTriggers.of(control);
		if (!included.hasTableOf((Trigger) object)) {
			return null;
		}
		Comparison comparison = Comparison.with(compared);
		Trigger trigger = comparison.inItsTurn((Trigger) object, included);
		TriggerPlace place = new TriggerPlace(trigger, TriggerDialect.of(reference.getShortName()), comparison,
				included);
		GeneratedTrigger generated = new GeneratedTrigger(trigger, reference, comparison, place.whenCreated());
		return new Change[] { generated.change(control) };
	}

}
