package dev.triggerview.liquibase;

import java.util.ArrayList;
import java.util.List;

import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.TriggerDialect;
import liquibase.change.DatabaseChange;
import liquibase.database.Database;
import liquibase.database.core.PostgresDatabase;
import liquibase.exception.RollbackImpossibleException;
import liquibase.statement.SqlStatement;

/**
 * Drops a trigger, and on PostgreSQL the function that was created with it. Succeeds when
 * the trigger is gone, because dropping its table drops it too.
 */
@DatabaseChange(name = "dropTrigger", description = "Drops a trigger", priority = 0)
public class DropTriggerChange extends TriggerChange {

	@Override
	List<String> problems(Database database) {
		List<String> problems = new ArrayList<>();
		if (getTriggerName() == null) {
			problems.add("dropTrigger needs a triggerName");
		}
		if (getTableName() == null && database instanceof PostgresDatabase) {
			problems.add("dropTrigger of " + getTriggerName()
					+ " needs a tableName: on PostgreSQL a trigger is a part of its table");
		}
		return problems;
	}

	@Override
	public SqlStatement[] generateStatements(Database database) {
		String trigger = getTriggerName();
		if (trigger == null) {
			return new SqlStatement[0];
		}
		TriggerDialect dialect = TriggerDialect.of(database.getShortName());
		TriggerNames names = new TriggerNames(database);
		RelationName table = names.relation(getCatalogName(), getSchemaName(),
				(getTableName() != null) ? getTableName() : trigger);
		List<String> statements = new DeclaredBefore(this, database)
			.names(names.object(trigger), table, getTableName() != null)
			.stream()
			.flatMap((name) -> dialect.drop(name, table).stream())
			.toList();
		return TriggerStatements.of(dialect, statements);
	}

	@Override
	public boolean supportsRollback(Database database) {
		return false;
	}

	@Override
	public SqlStatement[] generateRollbackStatements(Database database) throws RollbackImpossibleException {
		throw new RollbackImpossibleException("The definition of trigger " + getTriggerName()
				+ " is not known after it was dropped; add a rollback block with its createTrigger");
	}

	@Override
	public String getConfirmationMessage() {
		return "Trigger " + getTriggerName() + " dropped";
	}

}
