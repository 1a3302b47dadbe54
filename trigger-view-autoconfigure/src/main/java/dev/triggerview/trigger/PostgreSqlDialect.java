package dev.triggerview.trigger;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * PostgreSQL 18, CREATE TRIGGER. A trigger calls a function; a body becomes one that
 * bears our mark in its comment and is dropped with its trigger.
 */
final class PostgreSqlDialect extends TriggerDialect {

	@Override
	public String name() {
		return "PostgreSQL";
	}

	@Override
	public String shortName() {
		return "postgresql";
	}

	@Override
	Set<TriggerFeature> features() {
		return EnumSet.complementOf(EnumSet.of(TriggerFeature.COMPOUND, TriggerFeature.ROW_NAMES,
				TriggerFeature.FOLLOWS, TriggerFeature.PRECEDES, TriggerFeature.JAVA_CLASS, TriggerFeature.DEFINER));
	}

	@Override
	String fold(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

	@Override
	NameLimit nameLimit() {
		return NameLimit.bytes(63);
	}

	@Override
	List<TriggerProblem> furtherProblems(TriggerDefinition trigger) {
		return new PostgreSqlRules(this, trigger).problems();
	}

	@Override
	List<String> render(TriggerDefinition trigger) {
		Stream<String> function = (trigger.action() instanceof TriggerAction.Body)
				? new PostgreSqlFunction(this, trigger).statements().stream() : Stream.of();
		return Stream.concat(function, super.render(trigger).stream()).toList();
	}

	@Override
	String statement(TriggerDefinition trigger, String action) {
		String statement = super.statement(trigger, action);
		return (trigger.constraint() != null) ? statement.replaceFirst("^CREATE", "CREATE CONSTRAINT") : statement;
	}

	/** A trigger has no schema of its own: it is a part of its table. */
	@Override
	String triggerName(TriggerDefinition trigger) {
		return quote(trigger.name());
	}

	@Override
	String referencing(TriggerDefinition trigger) {
		TransitionNames names = trigger.transitions();
		String deferral = (trigger.constraint() != null) ? deferral(trigger.constraint()) : "";
		String tables = (names.oldTable() != null) ? " OLD TABLE AS " + quote(names.oldTable()) : "";
		tables += (names.newTable() != null) ? " NEW TABLE AS " + quote(names.newTable()) : "";
		return tables.isEmpty() ? deferral : (deferral + "\nREFERENCING" + tables).strip();
	}

	private static String deferral(TriggerConstraint constraint) {
		return switch (constraint) {
			case NOT_DEFERRABLE -> "NOT DEFERRABLE";
			case INITIALLY_IMMEDIATE -> "DEFERRABLE INITIALLY IMMEDIATE";
			case INITIALLY_DEFERRED -> "DEFERRABLE INITIALLY DEFERRED";
		};
	}

	@Override
	String action(TriggerDefinition trigger) {
		if (trigger.action() instanceof TriggerAction.FunctionCall call) {
			String arguments = call.arguments().stream().map(this::escaped).collect(Collectors.joining(", "));
			return "EXECUTE FUNCTION " + qualified(call.function()) + "(" + arguments + ")";
		}
		return "EXECUTE FUNCTION " + qualified(new PostgreSqlFunction(this, trigger).name()) + "()";
	}

	/** A literal that means the same whether or not backslashes are escapes. */
	final String escaped(String text) {
		return text.contains("\\") ? "E" + literal(text.replace("\\", "\\\\")) : literal(text);
	}

	@Override
	List<String> afterCreate(TriggerDefinition trigger) {
		List<String> statements = new ArrayList<>();
		if (trigger.remarks() != null) {
			statements.add("COMMENT ON TRIGGER " + quote(trigger.name()) + " ON " + relation(trigger.table()) + " IS "
					+ escaped(trigger.remarks()));
		}
		if (trigger.state() != TriggerState.ENABLED) {
			String mode = (trigger.state() == TriggerState.DISABLED) ? "DISABLE" : "ENABLE " + trigger.state();
			statements
				.add("ALTER TABLE " + relation(trigger.table()) + " " + mode + " TRIGGER " + quote(trigger.name()));
		}
		return statements;
	}

	@Override
	List<String> dropOne(String trigger, RelationName table) {
		return List.of(PostgreSqlFunction.dropWithTrigger(this, trigger, table));
	}

	@Override
	CatalogQuery catalog() {
		return new PostgreSqlCatalogQuery(this);
	}

}
