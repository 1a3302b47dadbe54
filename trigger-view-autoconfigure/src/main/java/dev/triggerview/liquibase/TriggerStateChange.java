package dev.triggerview.liquibase;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.triggerview.trigger.KeptTrigger;
import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.ScriptedTriggers;
import dev.triggerview.trigger.TriggerDialect;
import dev.triggerview.trigger.TriggerFeature;
import dev.triggerview.trigger.TriggerState;
import dev.triggerview.trigger.TriggerStep;
import liquibase.database.Database;
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
		if (LiveDatabase.isLive(database)) {
			return set(RunningChange.of(this, database), database, trigger);
		}
		if (isScriptable(database)) {
			return TriggerStatements.of(TriggerDialect.of(database.getShortName()),
					script(database, trigger, this.state));
		}
		if (!isLooking(database)) {
			throw unscriptable(database, trigger);
		}
		ScriptedChange script = new ScriptedChange(this, database);
		List<KeptTrigger> found = script.require(trigger, touched(database));
		return script.change(found, script.triggers().inState(found, this.state));
	}

	@Override
	ScriptedTriggers made(ScriptedTriggers before, Database database) {
		List<KeptTrigger> found = before.find(touched(database));
		return before.made(found, before.inState(found, this.state));
	}

	private SqlStatement[] set(RunningChange running, Database database, String trigger) {
		List<KeptTrigger> lost = new InterruptedScript(this, database, running).lostByState();
		List<KeptTrigger> there = lost.isEmpty() ? running.require(trigger) : running.find(trigger);
		List<KeptTrigger> found = Stream.concat(there.stream(), lost.stream()).toList();
		if (this.state == TriggerState.DISABLED) {
			running.requireSeen(trigger, found);
		}
		List<KeptTrigger> done = there.stream().filter(this::isAlready).toList();
		List<KeptTrigger> others = found.stream().filter((each) -> !done.contains(each)).toList();
		List<TriggerStep> steps = new ArrayList<>(running.inventory().setState(others, this.state));
		steps.addAll(running.inventory().forget(done));
		return running.make(found, this::isAlready, steps);
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
		return LiveDatabase.isLive(database) ? reset(RunningChange.of(this, database), database, trigger)
				: scriptBack(database, trigger);
	}

	/** What only the store has by then is forgotten, unless it is there already now. */
	private SqlStatement[] scriptBack(Database database, String trigger) {
		if (isScriptable(database) && isMade(database)) {
			TriggerState former = isConnected(database)
					? former(RunningChange.of(this, database), names(database).object(trigger)) : opposite();
			return scriptBack(database, script(database, trigger, former));
		}
		return scriptBack(database, List.of(), touched(database), (running) -> running.find(trigger))
			.orElseThrow(() -> unscriptable(database, trigger));
	}

	private SqlStatement[] reset(RunningChange running, Database database, String trigger) {
		List<KeptTrigger> lost = new InterruptedScript(this, database, running).lostByRollback();
		List<KeptTrigger> found = running.find(trigger);
		if (found.isEmpty() && lost.isEmpty()) {
			running.requireSeen(trigger, found);
		}
		List<KeptTrigger> back = found.stream().filter((each) -> isBack(running, each)).toList();
		Map<TriggerState, List<KeptTrigger>> others = Stream.concat(found.stream(), lost.stream())
			.filter((each) -> !back.contains(each))
			.collect(Collectors.groupingBy((each) -> former(running, each.name()), TreeMap::new, Collectors.toList()));
		List<TriggerStep> steps = new ArrayList<>();
		others.forEach((former, each) -> steps.addAll(running.inventory().setState(each, former)));
		steps.addAll(running.inventory().forget(back));
		return running.rollBack(steps, List.of());
	}

	/** Somebody may have created it by hand, so that the store still has what it was. */
	private boolean isBack(RunningChange running, KeptTrigger trigger) {
		return trigger.state() == former(running, trigger.name()) && !trigger.interrupted();
	}

	/** Of several triggers that stand for one, each may have had a state of its own. */
	private TriggerState former(RunningChange running, String trigger) {
		List<KeptTrigger> former = running.former().orElse(List.of());
		return former.stream()
			.filter((each) -> each.name().equals(trigger))
			.findFirst()
			.or(() -> former.stream().findFirst())
			.map(KeptTrigger::state)
			.orElse(opposite());
	}

	private TriggerState opposite() {
		return (this.state == TriggerState.DISABLED) ? TriggerState.ENABLED : TriggerState.DISABLED;
	}

	@Override
	boolean isScriptable(Database database) {
		TriggerDialect dialect = TriggerDialect.of(database.getShortName());
		String trigger = String.valueOf(getTriggerName());
		return dialect.support(TriggerFeature.DISABLED) == TriggerDialect.Support.NATIVE
				&& new DeclaredBefore(this, database)
					.declarations(names(database).object(trigger), relation(database, trigger), getTableName() != null)
					.allMatch(dialect::disables)
				&& areDisabledThere(database, trigger);
	}

	/** What there is now, and when a script makes the change. */
	private boolean areDisabledThere(Database database, String trigger) {
		if (isLooking(database)) {
			return new ScriptedChange(this, database).areDisabledThere(trigger, touched(database));
		}
		return !isConnected(database) || RunningChange.of(this, database).areDisabledThere(trigger);
	}

	private List<String> script(Database database, String trigger, TriggerState wanted) {
		return TriggerDialect.of(database.getShortName())
			.setState(names(database).object(trigger), relation(database, trigger), wanted);
	}

	@Override
	public String getConfirmationMessage() {
		return "Trigger " + getTriggerName() + " " + this.state.name().toLowerCase(Locale.ROOT);
	}

}
