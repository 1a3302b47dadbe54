package dev.triggerview.liquibase;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.triggerview.trigger.KeptTrigger;
import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.TriggerDialect;
import dev.triggerview.trigger.TriggerFeature;
import dev.triggerview.trigger.TriggerState;
import dev.triggerview.trigger.TriggerStep;
import liquibase.database.Database;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.exception.ValidationErrors;
import liquibase.statement.SqlStatement;

/**
 * Enables or disables a trigger. Rolling back brings the state back that it had, on
 * PostgreSQL its firing mode, too.
 */
public abstract class TriggerStateChange extends NamedTriggerChange {

	private final TriggerState state;

	TriggerStateChange(TriggerState state) {
		this.state = state;
	}

	@Override
	void check(Database database, ValidationErrors errors) {
		Stream
			.of((getTriggerName() == null) ? change() + " needs a triggerName" : "",
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
		return LiveDatabase.isLive(database) ? set(RunningChange.of(this, database), trigger)
				: script(database, trigger, this.state);
	}

	private SqlStatement[] set(RunningChange running, String trigger) {
		List<KeptTrigger> found = running.require(trigger);
		List<KeptTrigger> others = found.stream().filter((each) -> !isAlready(each)).toList();
		List<KeptTrigger> done = found.stream().filter(this::isAlready).toList();
		List<TriggerStep> steps = new ArrayList<>(running.inventory().setState(others, this.state));
		steps.addAll(running.inventory().forget(done));
		return running.make(found, steps);
	}

	/** A trigger with a firing mode of PostgreSQL is enabled and keeps its mode. */
	private boolean isAlready(KeptTrigger trigger) {
		boolean disabled = trigger.state() == TriggerState.DISABLED;
		return !trigger.interrupted() && disabled == (this.state == TriggerState.DISABLED);
	}

	@Override
	public SqlStatement[] generateRollbackStatements(Database database) {
		String trigger = getTriggerName();
		if (trigger == null) {
			return new SqlStatement[0];
		}
		return LiveDatabase.isLive(database) ? reset(RunningChange.of(this, database), trigger)
				: script(database, trigger, opposite());
	}

	private SqlStatement[] reset(RunningChange running, String trigger) {
		List<KeptTrigger> found = running.find(trigger);
		TriggerState former = running.former()
			.flatMap((triggers) -> triggers.stream().findFirst())
			.map(KeptTrigger::state)
			.orElse(opposite());
		List<KeptTrigger> others = found.stream()
			.filter((each) -> each.state() != former || each.interrupted())
			.toList();
		return running.rollBack(running.inventory().setState(others, former));
	}

	private TriggerState opposite() {
		return (this.state == TriggerState.DISABLED) ? TriggerState.ENABLED : TriggerState.DISABLED;
	}

	private SqlStatement[] script(Database database, String trigger, TriggerState wanted) {
		TriggerDialect dialect = TriggerDialect.of(database.getShortName());
		TriggerNames names = names(database);
		RelationName table = names.relation(getCatalogName(), getSchemaName(),
				(getTableName() != null) ? getTableName() : trigger);
		if (dialect.support(TriggerFeature.DISABLED) != TriggerDialect.Support.NATIVE
				|| !new DeclaredBefore(this, database)
					.declarations(names.object(trigger), table, getTableName() != null)
					.allMatch(dialect::disables)) {
			throw new UnexpectedLiquibaseException(dialect.name() + " has no statement for " + change() + ": trigger "
					+ trigger + " is read from the database and kept in our store, which a script"
					+ " cannot do; run it with a connection to the database");
		}
		return TriggerStatements.of(dialect, dialect.setState(names.object(trigger), table, wanted));
	}

	@Override
	public String getConfirmationMessage() {
		return "Trigger " + getTriggerName() + " " + this.state.name().toLowerCase(Locale.ROOT);
	}

}
