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
		List<String> statements = this.change.replaces()
				? dialect.createOrReplace(declared, this.before.names(declared.name(), declared.table(), true))
				: dialect.create(declared);
		AttemptedTrigger.remember(this.change, dialect, declared, List.of(TriggerStep.of(statements)));
		return TriggerStatements.of(dialect, statements);
	}

	SqlStatement[] rollBack(TriggerDialect dialect, TriggerDefinition declared) {
		List<String> names = dialect.triggerNames(declared);
		Optional<SqlStatement[]> back = (this.change.replaces() || dialect.needsConnection(declared))
				? this.change.scriptBack(this.database, names, names, (running) -> running.find(declared))
				: Optional.empty();
		return back.orElseGet(() -> TriggerStatements.of(dialect, dialect.drop(declared)));
	}

}
