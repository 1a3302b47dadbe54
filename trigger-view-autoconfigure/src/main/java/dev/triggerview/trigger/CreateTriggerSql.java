package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The statement that creates a trigger: the form of ISO/IEC 9075-2, trigger definition; a
 * dialect overrides the fragments that differ.
 */
abstract sealed class CreateTriggerSql permits ChangeTriggerSql {

	abstract String name();

	abstract String quote(String identifier);

	abstract Set<TriggerFeature> features();

	TriggerLevel defaultLevel() {
		return TriggerLevel.ROW;
	}

	abstract String ended(String statement);

	/** The complete statement around an action that is in the form of the database. */
	String statement(TriggerDefinition trigger, String action) {
		StringBuilder statement = new StringBuilder("CREATE TRIGGER ").append(triggerName(trigger))
			.append('\n')
			.append(trigger.timing().sql())
			.append(' ')
			.append(events(trigger))
			.append(" ON ")
			.append(relation(trigger.table()));
		for (String line : List.of(referencing(trigger), level(trigger), when(trigger), action)) {
			statement.append(line.isEmpty() ? "" : "\n").append(line);
		}
		return statement.toString();
	}

	String triggerName(TriggerDefinition trigger) {
		return qualified(trigger.table().sibling(trigger.name()));
	}

	String complete(String sql) {
		return text(sql).unterminated();
	}

	final String completeStatement(TriggerDefinition part) {
		return (part.action() instanceof TriggerAction.CompleteStatement complete) ? complete(complete.sql())
				: statement(part, action(part));
	}

	/**
	 * The complete statement of a trigger in the catalog, put together where only parts
	 * are kept.
	 */
	String definition(CatalogRow row) {
		if (row.definition() != null) {
			return row.definition().strip();
		}
		return (row.action() != null) ? statement(row.header(row.action()), row.action()) : "";
	}

	String action(TriggerDefinition trigger) {
		return body(trigger).block("BEGIN", "END");
	}

	SqlText text(String text) {
		return new SqlText(text);
	}

	final SqlText body(TriggerDefinition trigger) {
		if (trigger.action() instanceof TriggerAction.Body body) {
			return text(body.text());
		}
		throw new IllegalStateException(name() + " has no SQL for " + trigger.action());
	}

	String relation(RelationName table) {
		return qualified(table);
	}

	String events(TriggerDefinition trigger) {
		return trigger.events()
			.stream()
			.map((event) -> event.name() + updateColumns(event, trigger.updateColumns()))
			.collect(Collectors.joining(eventSeparator()));
	}

	String eventSeparator() {
		return " OR ";
	}

	private String updateColumns(TriggerEvent event, List<String> columns) {
		boolean named = event == TriggerEvent.UPDATE && !columns.isEmpty()
				&& features().contains(TriggerFeature.UPDATE_COLUMNS);
		return named ? " OF " + columns.stream().map(this::quote).collect(Collectors.joining(", ")) : "";
	}

	String referencing(TriggerDefinition trigger) {
		return "";
	}

	String level(TriggerDefinition trigger) {
		return "FOR EACH " + effectiveLevel(trigger);
	}

	final TriggerLevel effectiveLevel(TriggerDefinition trigger) {
		return (trigger.level() != null) ? trigger.level() : defaultLevel();
	}

	String when(TriggerDefinition trigger) {
		String condition = trigger.when();
		return (condition != null && features().contains(TriggerFeature.WHEN)) ? "WHEN (" + ended(condition) + ")" : "";
	}

	/** A name with its schema. */
	final String qualified(RelationName name) {
		return qualifier(name) + quote(name.name());
	}

	/**
	 * Return the name of an object in what Liquibase calls a schema or a catalog where
	 * both are one.
	 * @param schema the schema, {@code null} for the current one
	 */
	public RelationName inSchema(@Nullable String schema, String name) {
		return RelationName.of(schema, name);
	}

	/**
	 * Return why triggers and functions cannot be in a schema that a change names, or
	 * empty if they can.
	 */
	public Optional<String> invalidSchema(String schema) {
		return Optional.empty();
	}

	/**
	 * Return how the database of a connection folds a name that is not quoted.
	 * @param connection the connection, {@code null} if there is none
	 * @param corrected how Liquibase folds it
	 * @throws SQLException if the database does not tell
	 */
	public String folded(@Nullable Connection connection, String name, String corrected) throws SQLException {
		return corrected;
	}

	/**
	 * Return whether the driver runs a text of several statements, each of which ends
	 * with a semicolon.
	 */
	public boolean runsSeveralAtOnce() {
		return false;
	}

	/**
	 * Return a statement without two minus signs side by side, which are a comment for
	 * other programs.
	 */
	public String withoutDoubleMinus(String statement) {
		return text(statement).withoutDoubleMinus();
	}

	/** Return whether two statements differ by comments and white space only. */
	public boolean isSameCode(String statement, String other) {
		return code(statement).equals(code(other));
	}

	private List<String> code(String statement) {
		return text(statement).code(this::bodyCode).toList();
	}

	/** What counts of a body between dollar signs. */
	String bodyCode(String quoted) {
		return quoted;
	}

	/** What stands in front of a name that is in a schema, or nothing. */
	String qualifier(RelationName name) {
		return (name.schema() != null) ? quote(name.schema()) + "." : "";
	}

	/**
	 * Return a complete statement that names no schema so that it works in that of its
	 * table, whichever is that of the session.
	 */
	public String inSchemaOf(RelationName table, String statement) {
		return new CreateStatement(statement).qualified(qualifier(table)).sql();
	}

	final String literal(String text) {
		return "'" + text.replace("'", "''") + "'";
	}

	/** The statements that belong to the creation and follow it. */
	List<String> afterCreate(TriggerDefinition trigger) {
		return List.of();
	}

}
