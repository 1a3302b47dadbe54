package dev.triggerview.liquibase;

import java.util.List;
import java.util.stream.Stream;

import dev.triggerview.trigger.FunctionDialect;
import liquibase.change.Change;
import liquibase.change.core.DropViewChange;
import liquibase.database.Database;
import liquibase.diff.output.DiffOutputControl;
import liquibase.diff.output.changelog.AbstractChangeGenerator;
import liquibase.diff.output.changelog.ChangeGeneratorChain;
import liquibase.diff.output.changelog.UnexpectedObjectChangeGenerator;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Relation;
import org.jspecify.annotations.Nullable;

/** Drops the functions that hold a view or table in front of that. */
public final class UnexpectedHeldRelationChangeGenerator extends AbstractChangeGenerator
		implements UnexpectedObjectChangeGenerator {

	@Override
	public int getPriority(Class<? extends DatabaseObject> type, Database database) {
		boolean functions = FunctionDialect.of(database.getShortName()).isPresent();
		return (Relation.class.isAssignableFrom(type) && functions) ? PRIORITY_ADDITIONAL : PRIORITY_NONE;
	}

	@Override
	public Class<? extends DatabaseObject> @Nullable [] runAfterTypes() {
		return null;
	}

	@Override
	public Class<? extends DatabaseObject> @Nullable [] runBeforeTypes() {
		return null;
	}

	/** Liquibase's own generator takes note of the columns in any case. */
	@Override
	public Change @Nullable [] fixUnexpected(DatabaseObject object, DiffOutputControl control, Database reference,
			Database compared, ChangeGeneratorChain chain) {
		Change[] changes = chain.fixUnexpected(object, control, reference, compared);
		if (changes == null) {
			return null;
		}
		Comparison comparison = Comparison.with(compared);
		List<DatabaseObject> order = comparison.dropOrder(control, compared).toDrop((Relation) object);
		return order.stream()
			.flatMap((each) -> (each == object) ? Stream.of(changes)
					: Stream.of(drop(each, comparison, control, compared)))
			.toArray(Change[]::new);
	}

	private static Change[] drop(DatabaseObject object, Comparison comparison, DiffOutputControl control,
			Database compared) {
		if (object instanceof Function function) {
			return new GeneratedFunction(function, comparison).drop(control, compared);
		}
		DropViewChange change = new DropViewChange();
		change.setViewName(object.getName());
		change.setSchemaName(control.getIncludeSchema() ? object.getSchema().getName() : null);
		change.setCatalogName(control.getIncludeCatalog() ? object.getSchema().getCatalogName() : null);
		return new Change[] { change };
	}

}
