package dev.triggerview.liquibase;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.triggerview.trigger.KeptTrigger;
import dev.triggerview.trigger.ScriptedTriggers;
import dev.triggerview.trigger.TriggerDefinition;
import dev.triggerview.trigger.TriggerDialect;
import dev.triggerview.trigger.TriggerState;
import dev.triggerview.trigger.TriggerStep;
import liquibase.database.Database;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.statement.SqlStatement;

/** Creates a declared trigger, or replaces one, by a script. */
final class ScriptedCreation {

	private final CreateTriggerChange change;

	private final Database database;

	private final DeclaredBefore before;

	ScriptedCreation(CreateTriggerChange change, Database database) {
		this.change = change;
		this.database = database;
		this.before = new DeclaredBefore(change, database);
	}

	SqlStatement[] statements(TriggerDialect dialect, TriggerDefinition declared) {
		if (TriggerStatements.isGenerating() && dialect.needsConnection(declared)) {
			throw new UnexpectedLiquibaseException(
					"%s has no statement for %s, which formatted SQL needs; generate XML, YAML or JSON".formatted(
							dialect.name(),
							(declared.state() == TriggerState.DISABLED) ? "a disabled trigger as " + declared.name()
									: "the place of trigger " + declared.name()));
		}
		if (!this.change.isConnected(this.database) || this.change.isScriptable(this.database)) {
			return TriggerStatements.of(dialect, byItself(dialect, declared));
		}
		ScriptedChange script = new ScriptedChange(this.change, this.database);
		Set<String> names = this.before.names(declared);
		if (!this.change.isLooking(this.database)) {
			return script.keeping(List.of(), replaced(dialect, declared, script.forget(names)));
		}
		List<KeptTrigger> existing = script.triggers().find(names);
		TriggerReplacement.requireReplaceable(this.change, existing);
		if (dialect.needsConnection(declared) || existing.stream().anyMatch(ScriptedCreation::isSpecial)) {
			return inPlace(script, existing);
		}
		return script.keeping(existing, replaced(dialect, declared, script.forget(names)));
	}

	private List<String> replaced(TriggerDialect dialect, TriggerDefinition declared, List<String> forgotten) {
		return Stream.concat(byItself(dialect, declared).stream(), forgotten.stream()).toList();
	}

	/** Statements that need no look at what is there. */
	private List<String> byItself(TriggerDialect dialect, TriggerDefinition declared) {
		TriggerDefinition placed = dialect.beside(declared, this::parts);
		List<String> statements = this.change.replaces()
				? dialect.createOrReplace(placed, this.before.names(placed.name(), placed.table(), true))
				: dialect.create(placed);
		AttemptedTrigger.remember(this.change, dialect, placed, List.of(TriggerStep.of(statements)));
		return statements;
	}

	/** Whether a trigger has what one that is created does not have by itself. */
	private static boolean isSpecial(KeptTrigger trigger) {
		return trigger.state() != TriggerState.ENABLED || !trigger.predecessors().isEmpty()
				|| !trigger.successors().isEmpty();
	}

	private SqlStatement[] inPlace(ScriptedChange script, List<KeptTrigger> existing) {
		List<KeptTrigger> created = script.triggers().declared(merged(existing), existing);
		script.requireFree(existing, created);
		return script.change(existing, created);
	}

	private TriggerDefinition merged(List<KeptTrigger> existing) {
		return TriggerReplacement.merged(this.change, inDatabase(), existing);
	}

	private TriggerDefinition inDatabase() {
		return new DeclaredTrigger(this.change, this.database, new TriggerNames(this.database)).definition();
	}

	/** The triggers after the change. */
	ScriptedTriggers made(ScriptedTriggers triggers) {
		List<KeptTrigger> existing = triggers.find(this.change.touched(this.database));
		return triggers.made(existing, triggers.declared(merged(existing), existing));
	}

	/** What the other trigger is: by the changelog or, if that says nothing, now. */
	private Collection<String> parts(String other) {
		Set<String> declared = this.before.parts(other, this.change.table(this.database).orElseThrow());
		return (declared.isEmpty() && this.change.isConnected(this.database))
				? RunningChange.of(this.change, this.database).inventory().names() : declared;
	}

	SqlStatement[] rollBack(TriggerDialect dialect, TriggerDefinition declared) {
		List<String> names = dialect.triggerNames(declared);
		Optional<SqlStatement[]> back = (this.change.replaces() || dialect.needsConnection(declared))
				? this.change.scriptBack(this.database, names, names, (running) -> running.find(declared))
				: Optional.empty();
		return back.orElseGet(() -> TriggerStatements.of(dialect, dialect.drop(declared)));
	}

}
