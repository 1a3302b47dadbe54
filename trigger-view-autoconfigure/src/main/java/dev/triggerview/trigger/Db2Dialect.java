package dev.triggerview.trigger;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Db2 11.5 for Linux, UNIX and Windows, CREATE TRIGGER. */
final class Db2Dialect extends TriggerDialect {

	@Override
	public String name() {
		return "Db2";
	}

	@Override
	public String shortName() {
		return "db2";
	}

	/** Without {@code IF NOT EXISTS}, which was not tried. */
	@Override
	String createTable() {
		return "CREATE TABLE";
	}

	@Override
	public String delimiter() {
		return "\n@";
	}

	/**
	 * Db2 command line processor: a line with this comment changes what ends a statement.
	 */
	@Override
	public String scripted(String statement) {
		return "--#SET TERMINATOR @\n" + statement + "\n@\n--#SET TERMINATOR ;";
	}

	@Override
	Set<TriggerFeature> features() {
		return EnumSet.of(TriggerFeature.BEFORE, TriggerFeature.INSTEAD_OF, TriggerFeature.ROW_LEVEL,
				TriggerFeature.STATEMENT_LEVEL, TriggerFeature.SEVERAL_EVENTS, TriggerFeature.UPDATE_COLUMNS,
				TriggerFeature.WHEN, TriggerFeature.ROW_NAMES, TriggerFeature.TRANSITION_TABLES, TriggerFeature.REMARKS,
				TriggerFeature.REPLACE, TriggerFeature.TRANSACTIONAL_DDL);
	}

	@Override
	String fold(String name) {
		return name.toUpperCase(Locale.ROOT);
	}

	@Override
	Set<TriggerFeature> rewritten() {
		return EnumSet.of(TriggerFeature.DISABLED);
	}

	@Override
	NameLimit nameLimit() {
		return NameLimit.bytes(128);
	}

	@Override
	boolean isProduct(String productName) {
		return productName.startsWith("DB2/");
	}

	@Override
	List<TriggerProblem> furtherProblems(TriggerDefinition trigger) {
		boolean conditionOnView = trigger.when() != null && trigger.timing() == TriggerTiming.INSTEAD_OF;
		return conditionOnView ? List
			.of(problem(trigger, "when", "an INSTEAD OF trigger has no condition", "test the condition in the body"))
				: List.of();
	}

	@Override
	String referencing(TriggerDefinition trigger) {
		boolean rows = effectiveLevel(trigger) == TriggerLevel.ROW;
		String names = rows ? RowNames.of(trigger, " OLD AS ", " NEW AS ") : "";
		TransitionNames transitions = trigger.transitions();
		names += (transitions.oldTable() != null) ? " OLD TABLE AS " + transitions.oldTable() : "";
		names += (transitions.newTable() != null) ? " NEW TABLE AS " + transitions.newTable() : "";
		return names.isEmpty() ? "" : "REFERENCING" + names;
	}

	/** A trigger with several events has to be compiled, which excludes ATOMIC. */
	@Override
	String action(TriggerDefinition trigger) {
		return body(trigger).block((trigger.events().size() > 1) ? "BEGIN" : "BEGIN ATOMIC", "END");
	}

	@Override
	List<String> afterCreate(TriggerDefinition trigger) {
		Stream<String> comment = Stream.ofNullable(trigger.remarks())
			.map((remarks) -> "COMMENT ON TRIGGER " + triggerName(trigger) + " IS " + literal(remarks));
		return Stream.concat(Stream.of(refuseInvalid(trigger)), comment).toList();
	}

	/**
	 * With {@code auto_reval} set to {@code DEFERRED_FORCE} the server creates a trigger
	 * that does not compile; this makes it an error, whose text may have 70 bytes.
	 */
	private String refuseInvalid(TriggerDefinition trigger) {
		String schema = (trigger.table().schema() != null) ? literal(trigger.table().schema()) : "CURRENT SCHEMA";
		return """
				BEGIN
				FOR e AS SELECT COALESCE(i.LINENUMBER, 0) AS error_line, COALESCE(i.ERRORMESSAGE, '') AS error_text
				FROM SYSCAT.TRIGGERS t LEFT JOIN SYSCAT.INVALIDOBJECTS i
				ON i.OBJECTTYPE = 'B' AND i.OBJECTSCHEMA = t.TRIGSCHEMA AND i.OBJECTNAME = t.TRIGNAME
				WHERE t.TRIGSCHEMA = %s AND t.TRIGNAME = %s AND t.VALID <> 'Y' DO
				SIGNAL SQLSTATE '75001' SET MESSAGE_TEXT = 'line ' || VARCHAR(e.error_line) || ': ' || e.error_text;
				END FOR;
				END""".formatted(schema, literal(trigger.name()));
	}

	@Override
	public boolean messagesLackLines() {
		return true;
	}

	@Override
	public String explain(SQLException failure) {
		return ServerError.ofDb2(failure);
	}

	/**
	 * There is no {@code IF EXISTS}; SQLSTATE 42704 says that there is no such trigger.
	 */
	@Override
	List<String> dropOne(String trigger, RelationName table) {
		String drop = "DROP TRIGGER " + qualified(table.sibling(trigger));
		return List.of("""
				BEGIN
				DECLARE CONTINUE HANDLER FOR SQLSTATE '42704' BEGIN END;
				EXECUTE IMMEDIATE %s;
				END""".formatted(literal(drop)));
	}

}
