package dev.triggerview.trigger;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Oracle Database 19c PL/SQL Language Reference, CREATE TRIGGER. */
final class OracleDialect extends TriggerDialect {

	@Override
	public String name() {
		return "Oracle";
	}

	@Override
	public String shortName() {
		return "oracle";
	}

	/** {@code IF NOT EXISTS} came with 23ai. */
	@Override
	String createTable() {
		return "CREATE TABLE";
	}

	@Override
	public String delimiter() {
		return "\n/";
	}

	@Override
	public String scripted(String statement) {
		return statement + "\n/";
	}

	@Override
	Set<TriggerFeature> features() {
		return EnumSet.of(TriggerFeature.BEFORE, TriggerFeature.INSTEAD_OF, TriggerFeature.ROW_LEVEL,
				TriggerFeature.STATEMENT_LEVEL, TriggerFeature.SEVERAL_EVENTS, TriggerFeature.UPDATE_COLUMNS,
				TriggerFeature.WHEN, TriggerFeature.ROW_NAMES, TriggerFeature.FOLLOWS, TriggerFeature.PRECEDES,
				TriggerFeature.DISABLED, TriggerFeature.REPLACE, TriggerFeature.RENAME);
	}

	@Override
	String fold(String name) {
		return name.toUpperCase(Locale.ROOT);
	}

	@Override
	NameLimit nameLimit() {
		return NameLimit.bytes(128);
	}

	/** Oracle Database 19c SQL Language Reference, Database Object Naming Rules. */
	@Override
	Optional<String> nameProblem(String name) {
		return (name.indexOf('"') >= 0) ? Optional.of("has a double quote") : super.nameProblem(name);
	}

	@Override
	String referencing(TriggerDefinition trigger) {
		return trigger.transitions().renameRows() ? "REFERENCING" + RowNames.of(trigger, " OLD AS ", " NEW AS ") : "";
	}

	/** Without the words, a trigger runs once for a statement. */
	@Override
	String level(TriggerDefinition trigger) {
		TriggerOrder order = trigger.order();
		String place = (order.follows() != null) ? "FOLLOWS " + qualified(trigger.table().sibling(order.follows()))
				: (order.precedes() != null) ? "PRECEDES " + qualified(trigger.table().sibling(order.precedes())) : "";
		return Stream
			.of((effectiveLevel(trigger) == TriggerLevel.ROW) ? "FOR EACH ROW" : "", place,
					(trigger.state() == TriggerState.DISABLED) ? "DISABLE" : "")
			.filter((part) -> !part.isEmpty())
			.reduce((first, second) -> first + "\n" + second)
			.orElse("");
	}

	@Override
	List<TriggerProblem> furtherProblems(TriggerDefinition trigger) {
		boolean statementWithCondition = trigger.when() != null && effectiveLevel(trigger) == TriggerLevel.STATEMENT;
		return statementWithCondition ? List.of(problem(trigger, "when", "only row triggers have a condition",
				"test the condition in the body, or declare ROW")) : List.of();
	}

	/** PL/SQL ends a block with a semicolon, as part of its text. */
	@Override
	String action(TriggerDefinition trigger) {
		return new SqlText(body(trigger).block("BEGIN", "END")).terminated();
	}

	@Override
	String complete(String sql) {
		return new SqlText(sql.strip().replaceFirst("\\n\\s*/$", "")).terminated();
	}

	/** The server creates a trigger that does not compile; this makes it an error. */
	@Override
	List<String> afterCreate(TriggerDefinition trigger) {
		Stream<String> disable = isComplete(trigger) && trigger.state() == TriggerState.DISABLED
				? Stream.of("ALTER TRIGGER " + triggerName(trigger) + " DISABLE") : Stream.of();
		return Stream.concat(Stream.of(refuseInvalid("TRIGGER", trigger.table().sibling(trigger.name()))), disable)
			.toList();
	}

	/**
	 * A statement that fails when a trigger or function was created that does not
	 * compile.
	 */
	String refuseInvalid(String type, RelationName object) {
		String owner = (object.schema() != null) ? literal(object.schema())
				: "SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')";
		String failure = type.charAt(0) + type.substring(1).toLowerCase(Locale.ROOT) + " " + object.name()
				+ " does not compile, line ";
		return """
				BEGIN
				FOR e IN (SELECT line, position, text FROM all_errors WHERE owner = %s AND type = %s
				AND name = %s AND attribute = 'ERROR' ORDER BY sequence) LOOP
				RAISE_APPLICATION_ERROR(-20000, %s || e.line || ', column ' || e.position || ': ' || e.text);
				END LOOP;
				END;""".formatted(owner, literal(type), literal(object.name()), literal(failure));
	}

	/**
	 * {@code DBMS_METADATA} puts a statement for the state behind that for the trigger.
	 */
	@Override
	String definition(CatalogRow row) {
		return super.definition(row).replaceFirst("\\s*ALTER TRIGGER [^;\\n]* (EN|DIS)ABLE;?\\s*$", "");
	}

	@Override
	List<String> assembled(KeptTrigger trigger, CreateStatement create) {
		List<String> statements = super.assembled(trigger, create);
		return (trigger.state() != TriggerState.DISABLED) ? statements
				: Stream
					.concat(statements.stream(), setState(trigger.name(), trigger.table(), trigger.state()).stream())
					.toList();
	}

	@Override
	public List<String> setState(String trigger, RelationName table, TriggerState state) {
		return List.of("ALTER TRIGGER " + qualified(table.sibling(trigger))
				+ ((state == TriggerState.DISABLED) ? " DISABLE" : " ENABLE"));
	}

	@Override
	public List<String> rename(String trigger, RelationName table, String newName) {
		return List.of("ALTER TRIGGER " + qualified(table.sibling(trigger)) + " RENAME TO " + quote(newName));
	}

	/** {@code IF EXISTS} came with 23ai; ORA-04080 says that there is no such trigger. */
	@Override
	List<String> dropOne(String trigger, RelationName table) {
		String drop = "DROP TRIGGER " + qualified(table.sibling(trigger));
		return List.of("""
				BEGIN
				EXECUTE IMMEDIATE %s;
				EXCEPTION WHEN OTHERS THEN
				IF SQLCODE <> -4080 THEN RAISE; END IF;
				END;""".formatted(literal(drop)));
	}

}
