package dev.triggerview.liquibase;

import java.util.List;
import java.util.Optional;

import dev.triggerview.trigger.TriggerDefinition;
import dev.triggerview.trigger.TriggerDialect;
import dev.triggerview.trigger.TriggerStep;
import liquibase.database.Database;
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
		TriggerDefinition placed = dialect.beside(declared, this::parts);
		List<String> statements = this.change.replaces()
				? dialect.createOrReplace(placed, this.before.names(placed.name(), placed.table(), true))
				: dialect.create(placed);
		AttemptedTrigger.remember(this.change, dialect, placed, List.of(TriggerStep.of(statements)));
		return TriggerStatements.of(dialect, statements);
	}

	/** What the other trigger is: by the changelog or, if that says nothing, now. */
	private List<String> parts(String other) {
		List<String> declared = this.before.parts(other, this.change.table(this.database).orElseThrow());
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
