package dev.triggerview.trigger;

import java.util.ArrayList;
import java.util.List;

/** Which parts of a definition exclude each other; PostgreSQL 18, CREATE TRIGGER. */
final class PostgreSqlRules {

	private final PostgreSqlDialect dialect;

	private final TriggerDefinition trigger;

	private final boolean statementLevel;

	private final List<TriggerProblem> problems = new ArrayList<>();

	PostgreSqlRules(PostgreSqlDialect dialect, TriggerDefinition trigger) {
		this.dialect = dialect;
		this.trigger = trigger;
		this.statementLevel = dialect.effectiveLevel(trigger) == TriggerLevel.STATEMENT;
	}

	List<TriggerProblem> problems() {
		insteadOf();
		transitionTables();
		refuse(has(TriggerEvent.TRUNCATE) && !this.statementLevel, "forEach",
				"a TRUNCATE trigger runs once for a statement", "declare STATEMENT, in a trigger of its own");
		refuse(this.trigger.constraint() != null
				&& (this.trigger.timing() != TriggerTiming.AFTER || this.statementLevel), "constraint",
				"a constraint trigger runs after each row", "declare AFTER and ROW");
		refuse(this.trigger.action() instanceof TriggerAction.FunctionCall
				&& !this.trigger.functionOptions().equals(FunctionOptions.DEFAULT),
				"language, securityDefiner, searchPath", "an existing function has its own options",
				"leave them out, or change the function");
		return this.problems;
	}

	private void insteadOf() {
		if (this.trigger.timing() != TriggerTiming.INSTEAD_OF) {
			return;
		}
		refuse(this.trigger.when() != null, "when", "an INSTEAD OF trigger has no condition",
				"test the condition in the body");
		refuse(!this.trigger.updateColumns().isEmpty(), "updateColumns", "an INSTEAD OF trigger has no columns",
				"compare the columns in the body");
		refuse(this.trigger.state() == TriggerState.REPLICA || this.trigger.state() == TriggerState.ALWAYS, "enabled",
				"an INSTEAD OF trigger has no firing mode", "use true or false");
		refuse(this.statementLevel, "forEach", "an INSTEAD OF trigger runs for each row", "declare ROW");
	}

	private void transitionTables() {
		TransitionNames names = this.trigger.transitions();
		if (!names.nameTables()) {
			return;
		}
		String attribute = "oldTable, newTable";
		refuse(this.trigger.timing() != TriggerTiming.AFTER || this.trigger.constraint() != null, attribute,
				"only an ordinary AFTER trigger has transition tables", "declare AFTER");
		refuse(this.trigger.events().size() > 1 || has(TriggerEvent.TRUNCATE), attribute,
				"a trigger with transition tables has one of INSERT, UPDATE and DELETE",
				"declare one trigger for each event");
		refuse(!this.trigger.updateColumns().isEmpty(), attribute,
				"a trigger with transition tables has no update columns", "compare the columns in the body");
		refuse(names.oldTable() != null && has(TriggerEvent.INSERT), "oldTable", "an INSERT has no old rows",
				"leave it out");
		refuse(names.newTable() != null && has(TriggerEvent.DELETE), "newTable", "a DELETE has no new rows",
				"leave it out");
	}

	private boolean has(TriggerEvent event) {
		return this.trigger.events().contains(event);
	}

	private void refuse(boolean wrong, String attribute, String reason, String remedy) {
		if (wrong) {
			this.problems.add(this.dialect.problem(this.trigger, attribute, reason, remedy));
		}
	}

}
