package dev.triggerview.liquibase;

import java.util.Optional;
import java.util.stream.Stream;

import dev.triggerview.trigger.FunctionDialect;
import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.TriggerDialect;
import dev.triggerview.trigger.TriggerOrder;
import dev.triggerview.trigger.UnqualifiedSql;
import liquibase.change.Change;
import liquibase.database.Database;
import liquibase.diff.output.DiffOutputControl;

/** The changes of a function of a snapshot. */
final class GeneratedFunction {

	private final dev.triggerview.trigger.Function function;

	private final Comparison comparison;

	GeneratedFunction(Function function, Comparison comparison) {
		this.function = function.model();
		this.comparison = comparison;
	}

	/** Return the change that creates a function, unless nothing does or a trigger. */
	static Stream<Change> missing(Function function, DiffOutputControl control, Database reference, Database compared) {
		GeneratedFunction generated = new GeneratedFunction(function, Comparison.with(compared));
		boolean needless = generated.isLeftBehind() || generated.trigger(reference).isPresent();
		return needless ? Stream.of() : Stream.of(generated.change(control, reference));
	}

	/** Return the trigger whose change creates the function, if there is one. */
	Optional<GeneratedTrigger> trigger(Database database) {
		if (!this.function.generated()) {
			return Optional.empty();
		}
		return this.comparison.wantedTriggers(this.function)
			.stream()
			.map((trigger) -> new GeneratedTrigger(trigger, database, this.comparison, TriggerOrder.ANY))
			.filter(GeneratedTrigger::createsFunction)
			.findFirst();
	}

	/** Return whether it came with a trigger that is gone. */
	boolean isLeftBehind() {
		return this.function.generated() && this.function.callers().isEmpty();
	}

	/** Return whether dropping or replacing a trigger drops the function. */
	boolean isDroppedWithTrigger() {
		return this.function.generated() && this.comparison.hasCaller(this.function);
	}

	CreateFunctionChange change(DiffOutputControl control, Database database) {
		CreateFunctionChange change = new CreateFunctionChange();
		change.generated();
		TriggerDialect dialect = TriggerDialect.of(database.getShortName());
		RelationName name = this.function.name();
		change.setFunctionName(name.name());
		change.setFunctionBody(control.getIncludeSchema() ? this.function.definition()
				: new UnqualifiedSql(dialect).of(this.function.definition(), name));
		change.setRemarks(this.function.remarks().orElse(null));
		change.place(this.function.name(), control);
		return change;
	}

	Change[] drop(DiffOutputControl control, Database database) {
		String name = this.function.name().name();
		if (!new TriggerNames(database).isFound(name)) {
			return TriggerStatements.changes(FunctionDialect.of(database.getShortName())
				.orElseThrow()
				.drop(RelationName.of(name), this.function.arguments()));
		}
		DropFunctionChange change = new DropFunctionChange();
		change.generated();
		change.setFunctionName(name);
		change.setFunctionArguments(this.function.arguments());
		change.place(this.function.name(), control);
		return new Change[] { change };
	}

	Change replace(DiffOutputControl control, Database database) {
		Optional<GeneratedTrigger> trigger = trigger(database);
		if (trigger.isPresent()) {
			CreateTriggerChange change = trigger.get().change(control);
			change.setReplaceIfExists(true);
			return change;
		}
		CreateFunctionChange change = change(control, database);
		change.setReplaceIfExists(true);
		return change;
	}

}
