package dev.triggerview.liquibase;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import liquibase.change.Change;
import liquibase.database.Database;
import liquibase.diff.output.DiffOutputControl;
import liquibase.diff.output.changelog.AbstractChangeGenerator;
import liquibase.diff.output.changelog.ChangeGeneratorChain;
import liquibase.diff.output.changelog.MissingObjectChangeGenerator;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Column;
import liquibase.structure.core.Index;
import liquibase.structure.core.Table;
import liquibase.structure.core.View;
import org.jspecify.annotations.Nullable;

/**
 * Creates the functions that views, indexes and the default values of columns call in
 * front of these, which Liquibase creates wherever it likes.
 */
public final class MissingCallerChangeGenerator extends AbstractChangeGenerator
		implements MissingObjectChangeGenerator {

	@Override
	public int getPriority(Class<? extends DatabaseObject> type, Database database) {
		boolean caller = Stream.of(View.class, Index.class, Table.class, Column.class)
			.anyMatch((each) -> each.isAssignableFrom(type));
		return (caller && TriggerNames.isSupported(database)) ? PRIORITY_ADDITIONAL : PRIORITY_NONE;
	}

	@Override
	public Class<? extends DatabaseObject> @Nullable [] runAfterTypes() {
		return null;
	}

	@Override
	public Class<? extends DatabaseObject> @Nullable [] runBeforeTypes() {
		return null;
	}

	@Override
	public Change @Nullable [] fixMissing(DatabaseObject object, DiffOutputControl control, Database reference,
			Database compared, ChangeGeneratorChain chain) {
		Change[] changes = chain.fixMissing(object, control, reference, compared);
		if (changes == null) {
			return null;
		}
		Stream<Change> functions = Comparison.with(compared)
			.missingFunctions(control)
			.toCreate(object, text(object))
			.stream()
			.flatMap((function) -> GeneratedFunction.missing(function, control, reference, compared));
		return Stream.concat(functions, Stream.of(changes)).toArray(Change[]::new);
	}

	private static String text(DatabaseObject object) {
		if (object instanceof View view) {
			return String.valueOf(view.getDefinition());
		}
		if (object instanceof Index index) {
			return index.getColumns().stream().map(Column::getName).collect(Collectors.joining(" "));
		}
		return (object instanceof Table table)
				? table.getColumns().stream().map(MissingCallerChangeGenerator::text).collect(Collectors.joining(" "))
				: String.valueOf(((Column) object).getDefaultValue());
	}

}
