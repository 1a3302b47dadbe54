package dev.triggerview.liquibase;

import dev.triggerview.trigger.RelationKind;
import liquibase.diff.DiffResult;
import liquibase.diff.ObjectDifferences;
import liquibase.diff.output.DiffOutputControl;
import liquibase.diff.output.ObjectChangeFilter;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Relation;
import liquibase.structure.core.Table;
import liquibase.structure.core.View;
import org.jspecify.annotations.Nullable;

/**
 * The triggers and functions that the filter of a command leaves. A table that it
 * excludes takes its triggers along, as it does with columns and keys.
 *
 * @param filter the filter, {@code null} if there is none
 */
record IncludedTriggers(@Nullable ObjectChangeFilter filter) {

	/** No pattern of a filter matches it by chance. */
	private static final String NO_NAME = "\n";

	static IncludedTriggers of(DiffOutputControl control) {
		return new IncludedTriggers(control.getObjectChangeFilter());
	}

	boolean hasMissing(DatabaseObject object, DiffResult result) {
		return this.filter == null || this.filter.includeMissing(object, result.getReferenceSnapshot().getDatabase(),
				result.getComparisonSnapshot().getDatabase());
	}

	boolean hasUnexpected(DatabaseObject object, DiffResult result) {
		return this.filter == null || this.filter.includeUnexpected(object, result.getReferenceSnapshot().getDatabase(),
				result.getComparisonSnapshot().getDatabase());
	}

	boolean hasChanged(Trigger trigger, ObjectDifferences differences, DiffResult result) {
		return this.filter == null || this.filter.includeChanged(trigger, differences,
				result.getReferenceSnapshot().getDatabase(), result.getComparisonSnapshot().getDatabase());
	}

	/** A filter that names what it includes has named the trigger. */
	boolean hasTableOf(Trigger trigger) {
		return this.filter == null || !this.filter.include(new Table().setName(NO_NAME))
				|| this.filter.include(table(trigger));
	}

	private static Relation table(Trigger trigger) {
		Relation relation = (trigger.model().kind() == RelationKind.VIEW) ? new View() : new Table();
		relation.setName(trigger.table().name());
		return relation;
	}

}
