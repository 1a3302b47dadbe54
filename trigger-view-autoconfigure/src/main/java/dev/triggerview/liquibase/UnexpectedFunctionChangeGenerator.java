package dev.triggerview.liquibase;

import java.util.stream.Stream;

import dev.triggerview.trigger.FunctionDialect;
import liquibase.change.Change;
import liquibase.database.Database;
import liquibase.diff.output.DiffOutputControl;
import liquibase.diff.output.changelog.AbstractChangeGenerator;
import liquibase.diff.output.changelog.ChangeGeneratorChain;
import liquibase.diff.output.changelog.UnexpectedObjectChangeGenerator;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Column;
import liquibase.structure.core.Table;
import liquibase.structure.core.View;
import org.jspecify.annotations.Nullable;

/** Drops functions that a database has too much, unless their trigger does. */
public sealed class UnexpectedFunctionChangeGenerator extends AbstractChangeGenerator
		implements UnexpectedObjectChangeGenerator permits UnexpectedHoldingFunctionChangeGenerator {

	@Override
	public int getPriority(Class<? extends DatabaseObject> type, Database database) {
		return (Function.class.isAssignableFrom(type) && isFor(database)) ? PRIORITY_DEFAULT : PRIORITY_NONE;
	}

	boolean isFor(Database database) {
		return !holdsTables(database);
	}

	static boolean holdsTables(Database database) {
		return FunctionDialect.of(database.getShortName()).filter(FunctionDialect::holdsTables).isPresent();
	}

	@Override
	@SuppressWarnings("unchecked")
	public Class<? extends DatabaseObject> @Nullable [] runAfterTypes() {
		return new Class[] { Table.class, View.class, Column.class };
	}

	@Override
	public Class<? extends DatabaseObject> @Nullable [] runBeforeTypes() {
		return null;
	}

	@Override
	public Change @Nullable [] fixUnexpected(DatabaseObject object, DiffOutputControl control, Database reference,
			Database compared, ChangeGeneratorChain chain) {
		Comparison comparison = Comparison.with(compared);
		return comparison.unexpectedFunctions(control)
			.toDrop((Function) object)
			.stream()
			.filter((function) -> !comparison.dropOrder(control, compared).isDropped(function))
			.map((function) -> new GeneratedFunction(function, comparison))
			.filter((generated) -> !generated.isDroppedWithTrigger())
			.flatMap((generated) -> Stream.of(generated.drop(control, compared)))
			.toArray(Change[]::new);
	}

}
