package dev.triggerview.liquibase;

import java.util.stream.Stream;

import dev.triggerview.trigger.TriggerDialect;
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

/**
 * Replaces triggers that differ, those of a table in the order in which they fire, so
 * that each is put behind the one before it. Those that were created there go along.
 */
public final class ChangedTriggerChangeGenerator extends AbstractChangeGenerator
		implements ChangedObjectChangeGenerator {

	@Override
	public int getPriority(Class<? extends DatabaseObject> type, Database database) {
		return Trigger.class.isAssignableFrom(type) ? PRIORITY_DEFAULT : PRIORITY_NONE;
	}

	@Override
	@SuppressWarnings("unchecked")
	public Class<? extends DatabaseObject> @Nullable [] runAfterTypes() {
		return new Class[] { Table.class, View.class, Column.class, Function.class };
	}

	@Override
	public Class<? extends DatabaseObject> @Nullable [] runBeforeTypes() {
		return null;
	}

	@Override
	public Change @Nullable [] fixChanged(DatabaseObject object, ObjectDifferences differences,
			DiffOutputControl control, Database reference, Database compared, ChangeGeneratorChain chain) {
		IncludedTriggers included = IncludedTriggers.of(control);
		if (!included.hasTableOf((Trigger) object)) {
			return null;
		}
		Comparison comparison = Comparison.with(compared);
		Trigger trigger = comparison.changedInItsTurn((Trigger) object, included);
		TriggerPlace place = new TriggerPlace(trigger, TriggerDialect.of(reference.getShortName()), comparison,
				included);
		return Stream.concat(Stream.of(place), place.createdBehind().stream().map(place::of))
			.map((each) -> replaced(each, control, reference))
			.toArray(Change[]::new);
	}

	private static Change replaced(TriggerPlace place, DiffOutputControl control, Database reference) {
		CreateTriggerChange change = new GeneratedTrigger(place.trigger(), reference, place.comparison(),
				place.whenReplaced())
			.change(control);
		change.setReplaceIfExists(true);
		change.setEnabled(GeneratedTrigger.enabled(place.trigger().model().state()));
		return change;
	}

}
