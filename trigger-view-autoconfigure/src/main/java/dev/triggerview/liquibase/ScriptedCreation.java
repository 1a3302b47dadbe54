package dev.triggerview.liquibase;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.triggerview.trigger.StoredTriggers;
import dev.triggerview.trigger.TriggerDefinition;
import dev.triggerview.trigger.TriggerDialect;
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
		TriggerDefinition placed = dialect.beside(declared, this::parts);
		List<String> statements = this.change.replaces() ? replaced(dialect, placed) : dialect.create(placed);
		AttemptedTrigger.remember(this.change, dialect, placed, List.of(TriggerStep.of(statements)));
		return TriggerStatements.of(dialect, statements);
	}

	/**
	 * A disabled one under another name, for an event of its own, is in our store alone.
	 */
	private List<String> replaced(TriggerDialect dialect, TriggerDefinition declared) {
		Set<String> names = this.before.names(declared.name(), declared.table(), true);
		List<String> statements = dialect.createOrReplace(declared, names);
		return this.change.isConnected(this.database)
				? Stream.concat(statements.stream(), forgotten(declared, names).stream()).toList() : statements;
	}

	private List<String> forgotten(TriggerDefinition declared, Set<String> names) {
		try {
			return StoredTriggers.forget(LiveDatabase.connection(this.database),
					new TriggerNames(this.database).store(), this.change.table(this.database).orElse(declared.table()),
					names);
		}
		catch (SQLException ex) {
			throw new UnexpectedLiquibaseException("The disabled triggers of " + declared.table()
					+ " cannot be read from our store: " + ex.getMessage(), ex);
		}
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
