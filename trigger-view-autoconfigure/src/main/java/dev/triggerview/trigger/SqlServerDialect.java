package dev.triggerview.trigger;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Microsoft SQL Server 2017, CREATE TRIGGER: once for a statement, after it or instead of
 * it, with the rows in {@code inserted} and {@code deleted}.
 */
final class SqlServerDialect extends TriggerDialect {

	@Override
	public String name() {
		return "SQL Server";
	}

	@Override
	public String shortName() {
		return "mssql";
	}

	@Override
	public String delimiter() {
		return "\nGO";
	}

	@Override
	public String quote(String identifier) {
		return '[' + identifier.replace("]", "]]") + ']';
	}

	@Override
	public String scripted(String statement) {
		return statement + "\nGO";
	}

	@Override
	Set<TriggerFeature> features() {
		return EnumSet.of(TriggerFeature.INSTEAD_OF, TriggerFeature.STATEMENT_LEVEL, TriggerFeature.SEVERAL_EVENTS,
				TriggerFeature.DISABLED, TriggerFeature.REPLACE, TriggerFeature.TRANSACTIONAL_DDL);
	}

	@Override
	Set<TriggerFeature> rewritten() {
		return EnumSet.of(TriggerFeature.UPDATE_COLUMNS, TriggerFeature.WHEN);
	}

	@Override
	NameLimit nameLimit() {
		return NameLimit.characters(128);
	}

	@Override
	boolean isProduct(String productName) {
		return productName.equals("Microsoft SQL Server");
	}

	@Override
	TriggerLevel defaultLevel() {
		return TriggerLevel.STATEMENT;
	}

	@Override
	String eventSeparator() {
		return ", ";
	}

	@Override
	String statement(TriggerDefinition trigger, String action) {
		return "CREATE TRIGGER " + triggerName(trigger) + "\nON " + relation(trigger.table()) + "\n"
				+ trigger.timing().sql() + " " + events(trigger) + "\nAS\n" + action;
	}

	/** Row counts of the body would be taken for those of the statement. */
	@Override
	String action(TriggerDefinition trigger) {
		SqlText body = body(trigger);
		String quiet = body.contains("NOCOUNT") ? "" : "SET NOCOUNT ON;\n";
		List<String> conditions = conditions(trigger);
		String guarded = conditions.isEmpty() ? body.terminated()
				: "IF " + String.join(" AND ", conditions) + "\nBEGIN\n" + body.terminated() + "\nEND;";
		return "BEGIN\n" + quiet + guarded + "\nEND";
	}

	private List<String> conditions(TriggerDefinition trigger) {
		List<String> conditions = new ArrayList<>();
		if (!trigger.updateColumns().isEmpty()) {
			conditions.add("(" + updates(trigger) + ")");
		}
		if (trigger.when() != null) {
			conditions.add("(" + ended(trigger.when()) + ")");
		}
		return conditions;
	}

	/** {@code UPDATE(column)} is true for each insert and false for each delete. */
	private String updates(TriggerDefinition trigger) {
		String updates = trigger.updateColumns()
			.stream()
			.map((column) -> "UPDATE(" + quote(column) + ")")
			.collect(Collectors.joining(" OR "));
		return trigger.events().contains(TriggerEvent.DELETE)
				? updates + " OR (EXISTS (SELECT 1 FROM deleted) AND NOT EXISTS (SELECT 1 FROM inserted))" : updates;
	}

	@Override
	List<String> afterCreate(TriggerDefinition trigger) {
		return (trigger.state() == TriggerState.DISABLED)
				? List.of("DISABLE TRIGGER " + triggerName(trigger) + " ON " + relation(trigger.table())) : List.of();
	}

}
