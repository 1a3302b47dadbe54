package dev.triggerview.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import dev.triggerview.trigger.TriggerDefinition;
import dev.triggerview.trigger.TriggerDialect;
import dev.triggerview.trigger.TriggerInventory;
import dev.triggerview.trigger.TriggerStep;
import liquibase.database.Database;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.statement.SqlStatement;

/**
 * Creates a declared trigger in a database, which needs no look at what is there unless
 * that may keep it from firing or gives it its place.
 */
final class TriggerCreation {

	private final CreateTriggerChange change;

	private final Database database;

	private final Connection connection;

	TriggerCreation(CreateTriggerChange change, Database database) {
		this.change = change;
		this.database = database;
		this.connection = LiveDatabase.connection(database);
	}

	SqlStatement[] statements(TriggerDialect dialect, TriggerDefinition definition) {
		List<TriggerStep> creation = dialect.looksAtOthers(definition) ? besideOthers(definition)
				: dialect.creation(definition);
		List<TriggerStep> steps = new RunningSteps(this.change, this.database).modified(creation);
		AttemptedTrigger.remember(this.change, dialect, definition, steps);
		return TriggerStatements.of(dialect, this.connection, steps);
	}

	private List<TriggerStep> besideOthers(TriggerDefinition definition) {
		try {
			return TriggerInventory
				.ofTable(this.connection, this.change.names(this.database).store(), definition.table())
				.create(definition);
		}
		catch (SQLException ex) {
			throw new UnexpectedLiquibaseException("The triggers of " + definition.table() + " cannot be read", ex);
		}
	}

}
