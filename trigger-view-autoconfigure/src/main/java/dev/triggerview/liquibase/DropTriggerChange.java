package dev.triggerview.liquibase;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.triggerview.trigger.KeptTrigger;
import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.ScriptedTriggers;
import dev.triggerview.trigger.TriggerDialect;
import dev.triggerview.trigger.TriggerStep;
import liquibase.change.DatabaseChange;
import liquibase.change.DatabaseChangeProperty;
import liquibase.database.Database;
import liquibase.exception.RollbackImpossibleException;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.exception.ValidationErrors;
import liquibase.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Drops a trigger, and on PostgreSQL the function that was created with it. Rolling back
 * restores it as it was. Succeeds when the table is gone, because that took the trigger
 * along.
 */
@DatabaseChange(name = "dropTrigger", description = "Drops a trigger", priority = 0)
public class DropTriggerChange extends NamedTriggerChange {

	private @Nullable Boolean ifExists;

	/** Return the attribute {@code ifExists}. */
	@DatabaseChangeProperty(description = "Whether it may be that there is no such trigger",
			requiredForDatabase = "none")
	public @Nullable Boolean getIfExists() {
		return this.ifExists;
	}

	/** Set the attribute {@code ifExists}. */
	public void setIfExists(@Nullable Boolean ifExists) {
		this.ifExists = ifExists;
	}

	@Override
	void check(Database database, ValidationErrors errors) {
		Stream
			.of((getTriggerName() == null) ? "dropTrigger needs a triggerName" : "",
					missingTable(database, getTriggerName()))
			.filter((problem) -> !problem.isEmpty())
			.forEach(errors::addError);
	}

	@Override
	public SqlStatement[] generateStatements(Database database) {
		String trigger = getTriggerName();
		if (trigger == null) {
			return new SqlStatement[0];
		}
		return isRunning(database) ? drop(database, trigger) : script(database, trigger);
	}

	/** A run that failed later has dropped it already where that is not undone. */
	private SqlStatement[] drop(Database database, String trigger) {
		RunningChange running = RunningChange.of(this, database);
		boolean hasTable = running.hasTable();
		boolean optional = Boolean.TRUE.equals(this.ifExists) || !hasTable || running.former().isPresent();
		List<KeptTrigger> found = optional ? running.find(trigger) : running.require(trigger);
		running.requireSeen(trigger, found);
		running.requireText(found);
		List<TriggerStep> leftover = hasTable ? List.of() : leftover(database, trigger);
		List<TriggerStep> steps = running.inventory().change(found, List.of());
		return running.drop(found, Stream.concat(steps.stream(), leftover.stream()).toList());
	}

	/**
	 * Return the steps that drop what a trigger has left behind when its table went. A
	 * trigger with a name of its own went along, or belongs to another table by now.
	 */
	private List<TriggerStep> leftover(Database database, String trigger) {
		TriggerDialect dialect = TriggerDialect.of(database.getShortName());
		return dialect.triggersBelongToTables()
				? List.of(TriggerStep.of(dialect.drop(names(database).object(trigger), relation(database, trigger))))
				: List.of();
	}

	private SqlStatement[] script(Database database, String trigger) {
		TriggerDialect dialect = TriggerDialect.of(database.getShortName());
		Set<String> all = touched(database);
		RelationName table = relation(database, trigger);
		if (!isConnected(database)) {
			return TriggerStatements.of(dialect,
					all.stream().flatMap((name) -> dialect.drop(name, table).stream()).toList());
		}
		ScriptedChange script = new ScriptedChange(this, database);
		List<KeptTrigger> found = script.triggers().find(all);
		return script.keeping(found,
				script.triggers().script(all, List.of(), script.table(found).orElse(table), List.of()));
	}

	@Override
	public SqlStatement[] generateRollbackStatements(Database database) throws RollbackImpossibleException {
		String trigger = getTriggerName();
		if (trigger == null) {
			return new SqlStatement[0];
		}
		if (!isRunning(database)) {
			return scriptBack(database, List.of(), List.of(), (running) -> running.find(trigger))
				.orElseThrow(() -> new RollbackImpossibleException("What trigger " + trigger
						+ " was before dropTrigger, only a database knows in which dropTrigger was made with a"
						+ " connection; run the rollback there or add a rollback block"));
		}
		RunningChange running = RunningChange.of(this, database);
		List<KeptTrigger> former = running.former()
			.orElseThrow(() -> new UnexpectedLiquibaseException("What trigger " + trigger
					+ " was before dropTrigger is not known, because a script dropped it, Liquibase has only marked the"
					+ " change set as run (changelogSync), or the store of triggers is gone; add a rollback block with"
					+ " its createTrigger, or an empty one"));
		List<KeptTrigger> present = running.find(trigger);
		return running.rollBack(running.inventory().change(present, former), running.stored().edited(present));
	}

	@Override
	boolean isScriptable(Database database) {
		return !isConnected(database);
	}

	@Override
	ScriptedTriggers made(ScriptedTriggers before, Database database) {
		return before.made(before.find(touched(database)), List.of());
	}

	@Override
	public String getConfirmationMessage() {
		return "Trigger " + getTriggerName() + " dropped";
	}

}
