package dev.triggerview.liquibase;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.triggerview.trigger.FunctionOptions;
import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.TriggerAction;
import dev.triggerview.trigger.TriggerConstraint;
import dev.triggerview.trigger.TriggerDefinition;
import dev.triggerview.trigger.TriggerDialect;
import dev.triggerview.trigger.TriggerEvent;
import dev.triggerview.trigger.TriggerFeature;
import dev.triggerview.trigger.TriggerOrder;
import dev.triggerview.trigger.TriggerSource;
import dev.triggerview.trigger.TriggerState;
import liquibase.database.Database;
import liquibase.diff.output.DiffOutputControl;
import org.jspecify.annotations.Nullable;

/**
 * The change that creates a trigger of a snapshot: with attributes where they say all,
 * otherwise with the complete statement.
 */
final class GeneratedTrigger {

	private final Trigger object;

	private final dev.triggerview.trigger.Trigger trigger;

	private final Database database;

	private final Comparison comparison;

	private final TriggerSource source;

	private final TriggerOrder order;

	GeneratedTrigger(Trigger trigger, Database database, Comparison comparison, TriggerOrder order) {
		this.order = order;
		this.object = trigger;
		this.trigger = trigger.model();
		this.database = database;
		this.comparison = comparison;
		this.source = new TriggerSource(dialect(), this.trigger, comparison.generatedFunction(trigger).orElse(null));
	}

	/** Return whether the change creates the function that the trigger calls. */
	boolean createsFunction() {
		return structured().filter((definition) -> definition.action() instanceof TriggerAction.Body).isPresent();
	}

	CreateTriggerChange change(DiffOutputControl control) {
		this.trigger.function().ifPresent((function) -> this.comparison.warnOfFunction(this.object, function));
		CreateTriggerChange change = structured().map(this::change).orElseGet(() -> complete(control));
		change.generated();
		change.place(this.trigger.table(), control);
		return change;
	}

	private CreateTriggerChange complete(DiffOutputControl control) {
		TriggerDefinition definition = this.source.complete(this.order);
		CreateTriggerChange change = named(definition);
		if (dialect().support(TriggerFeature.PRECEDES) == TriggerDialect.Support.REWRITTEN) {
			change.setPrecedes(this.order.precedes());
		}
		change.setBody(control.getIncludeSchema() ? this.source.qualified(this.order)
				: ((TriggerAction.CompleteStatement) definition.action()).sql());
		return change;
	}

	/** The definition by attributes, if they are read back as the same definition. */
	private Optional<TriggerDefinition> structured() {
		return this.source.structured(this.order).filter((definition) -> {
			TriggerDefinition declared = new DeclaredTrigger(change(definition), this.database).definition();
			return declared.table().name().equals(definition.table().name()) && local(declared).equals(definition);
		});
	}

	private static TriggerDefinition local(TriggerDefinition definition) {
		RelationName table = definition.table();
		TriggerDefinition.Builder local = definition.toBuilder().table(RelationName.of(table.name()));
		if (definition.action() instanceof TriggerAction.FunctionCall call
				&& Objects.equals(call.function().schema(), table.schema())) {
			local.action(new TriggerAction.FunctionCall(RelationName.of(call.function().name()), call.arguments()));
		}
		return local.build();
	}

	private TriggerDialect dialect() {
		return TriggerDialect.of(this.database.getShortName());
	}

	private CreateTriggerChange named(TriggerDefinition definition) {
		CreateTriggerChange change = new CreateTriggerChange();
		change.setTriggerName(definition.name());
		change.setTableName(definition.table().name());
		change.setRemarks(definition.remarks());
		change.setEnabled((definition.state() != TriggerState.ENABLED) ? enabled(definition.state()) : null);
		return change;
	}

	static String enabled(TriggerState state) {
		return switch (state) {
			case ENABLED -> "true";
			case DISABLED -> "false";
			case REPLICA, ALWAYS -> state.name();
		};
	}

	private CreateTriggerChange change(TriggerDefinition definition) {
		CreateTriggerChange change = named(definition);
		change.setTiming(definition.timing().sql());
		change.setEvents(joined(definition.events().stream().map(TriggerEvent::name).toList()));
		change.setUpdateColumns(list(definition.updateColumns()));
		change.setForEach((definition.level() != null) ? definition.level().name() : null);
		change.setWhen(definition.when());
		change.setOldRow(definition.transitions().oldRow());
		change.setNewRow(definition.transitions().newRow());
		change.setOldTable(definition.transitions().oldTable());
		change.setNewTable(definition.transitions().newTable());
		change.setFollows(definition.order().follows());
		change.setPrecedes(definition.order().precedes());
		change.setDefiner(definition.definer());
		setConstraint(change, definition.constraint());
		setOptions(change, definition.functionOptions());
		setAction(change, definition.action());
		return change;
	}

	private static void setConstraint(CreateTriggerChange change, @Nullable TriggerConstraint constraint) {
		if (constraint != null) {
			change.setConstraint(true);
			change.setDeferrable(constraint.deferrable() ? true : null);
			change.setInitiallyDeferred((constraint == TriggerConstraint.INITIALLY_DEFERRED) ? true : null);
		}
	}

	private static void setOptions(CreateTriggerChange change, FunctionOptions options) {
		change.setLanguage(options.language().equals(FunctionOptions.DEFAULT.language()) ? null : options.language());
		change.setSecurityDefiner(options.securityDefiner() ? true : null);
		change.setSearchPath(options.searchPath());
	}

	private static void setAction(CreateTriggerChange change, TriggerAction action) {
		if (action instanceof TriggerAction.Body body) {
			change.setBody(body.text());
		}
		else if (action instanceof TriggerAction.JavaClass javaClass) {
			change.setJavaClass(javaClass.name());
		}
		else if (action instanceof TriggerAction.FunctionCall call) {
			String schema = call.function().schema();
			change.setFunctionName((schema != null) ? schema + "." + call.function().name() : call.function().name());
			change.setFunctionArguments(list(call.arguments()));
		}
	}

	private static @Nullable String list(List<String> items) {
		return items.isEmpty() ? null : CommaList.text(items);
	}

	private static @Nullable String joined(List<String> words) {
		return words.isEmpty() ? null : String.join(", ", words);
	}

}
