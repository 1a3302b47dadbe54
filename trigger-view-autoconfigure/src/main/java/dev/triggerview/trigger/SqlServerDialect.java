package dev.triggerview.trigger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

	/** There is no {@code IF NOT EXISTS}. */
	@Override
	String createTable() {
		return "CREATE TABLE";
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
	public List<String> setState(String trigger, RelationName table, TriggerState state) {
		return List.of(((state == TriggerState.DISABLED) ? "DISABLE" : "ENABLE") + " TRIGGER "
				+ qualified(table.sibling(trigger)) + " ON " + relation(table));
	}

	@Override
	List<String> assembled(KeptTrigger trigger, CreateStatement create) {
		return Stream.concat(super.assembled(trigger, create).stream(), comment(trigger)).toList();
	}

	private Stream<String> comment(KeptTrigger trigger) {
		String kind = (trigger.trigger().kind() == RelationKind.VIEW) ? "VIEW" : "TABLE";
		String schema = Objects.requireNonNullElse(trigger.table().schema(), "dbo");
		return trigger.trigger()
			.remarks()
			.stream()
			.map((remarks) -> """
					EXEC sp_addextendedproperty @name = N'MS_Description', @value = N%s,
					@level0type = N'SCHEMA', @level0name = N%s, @level1type = N'%s', @level1name = N%s,
					@level2type = N'TRIGGER', @level2name = N%s""".formatted(literal(remarks), literal(schema), kind,
					literal(trigger.table().name()), literal(trigger.name())));
	}

	/** Altering keeps the comment. */
	@Override
	List<String> replaced(KeptTrigger old, KeptTrigger trigger, Collection<String> present) {
		String create = new CreateStatement(trigger.trigger().definition()).orReplace("OR ALTER").sql();
		return List.of(keepingPlaces(trigger, trigger.name(), Stream.of("EXEC (N" + literal(create) + ")",
				setState(trigger.name(), trigger.table(), trigger.state()).get(0))));
	}

	/** After {@code sp_rename} the text of the trigger would still have the old name. */
	@Override
	List<String> renamed(KeptTrigger trigger, String newName) {
		String create = new CreateStatement(trigger.trigger().definition()).named(quote(newName)).sql();
		KeptTrigger renamed = trigger.with(newName, create, trigger.state());
		return List.of(keepingPlaces(trigger, newName,
				Stream
					.of(Stream.of("DROP TRIGGER " + qualified(trigger.table().sibling(trigger.name())),
							"EXEC (N" + literal(create) + ")"),
							setState(newName, trigger.table(), trigger.state()).stream(), comment(renamed))
					.flatMap((statements) -> statements)));
	}

	/**
	 * One batch that gives a trigger the first or last places back that altering and
	 * dropping take.
	 */
	private String keepingPlaces(KeptTrigger trigger, String newName, Stream<String> statements) {
		return """
				DECLARE @places nvarchar(max) = N'';
				SELECT @places += N'EXEC sp_settriggerorder @triggername = ' + QUOTENAME(N%s, N'''') + N', @order = '
				+ CASE is_first WHEN 1 THEN N'First' ELSE N'Last' END + N', @stmttype = ' + type_desc + N';'
				FROM sys.trigger_events WHERE object_id = OBJECT_ID(N%s) AND (is_first = 1 OR is_last = 1);
				%s;
				EXEC (@places);""".formatted(literal(qualified(trigger.table().sibling(newName))),
				literal(qualified(trigger.table().sibling(trigger.name()))),
				statements.collect(Collectors.joining(";\n")));
	}

	@Override
	public boolean messagesLackLines() {
		return true;
	}

	@Override
	public String explain(SQLException failure) {
		return ServerError.ofSqlServer(failure);
	}

	@Override
	public boolean isSameName(String first, String second) {
		return first.equalsIgnoreCase(second);
	}

	@Override
	List<String> afterCreate(TriggerDefinition trigger) {
		return (trigger.state() == TriggerState.DISABLED) ? setState(trigger.name(), trigger.table(), trigger.state())
				: List.of();
	}

}
