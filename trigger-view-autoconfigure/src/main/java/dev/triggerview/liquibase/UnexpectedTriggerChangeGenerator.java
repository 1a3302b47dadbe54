package dev.triggerview.liquibase;

import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.TriggerDialect;
import liquibase.change.Change;
import liquibase.database.Database;
import liquibase.diff.output.DiffOutputControl;
import liquibase.diff.output.changelog.AbstractChangeGenerator;
import liquibase.diff.output.changelog.ChangeGeneratorChain;
import liquibase.diff.output.changelog.UnexpectedObjectChangeGenerator;
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

/** Drops triggers that a database has too much, before what they may need. */
public final class UnexpectedTriggerChangeGenerator extends AbstractChangeGenerator
		implements UnexpectedObjectChangeGenerator {

	@Override
	public int getPriority(Class<? extends DatabaseObject> type, Database database) {
		return Trigger.class.isAssignableFrom(type) ? PRIORITY_DEFAULT : PRIORITY_NONE;
	}

	@Override
	public Class<? extends DatabaseObject> @Nullable [] runAfterTypes() {
		return null;
	}

	@Override
	@SuppressWarnings("unchecked")
	public Class<? extends DatabaseObject> @Nullable [] runBeforeTypes() {
		return new Class[] { Table.class, View.class, Column.class, PrimaryKey.class, UniqueConstraint.class,
				ForeignKey.class, Index.class, Sequence.class, Function.class };
	}

	@Override
	public Change @Nullable [] fixUnexpected(DatabaseObject object, DiffOutputControl control, Database reference,
			Database compared, ChangeGeneratorChain chain) {
		Trigger trigger = (Trigger) object;
		if (!IncludedTriggers.of(control).hasTableOf(trigger)) {
			return null;
		}
		if (!new TriggerNames(compared).isFound(trigger.getName(), trigger.table().name())) {
			TriggerDialect dialect = TriggerDialect.of(compared.getShortName());
			return TriggerStatements.changes(dialect.drop(trigger.getName(), RelationName.of(trigger.table().name())));
		}
		DropTriggerChange change = new DropTriggerChange();
		change.generated();
		change.setTriggerName(trigger.getName());
		change.setTableName(trigger.table().name());
		change.place(trigger.table(), control);
		return new Change[] { change };
	}

}
