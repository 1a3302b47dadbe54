package dev.triggerview.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import dev.triggerview.trigger.TriggerStep;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.database.PreparedStatementFactory;
import liquibase.exception.DatabaseException;
import liquibase.logging.Logger;
import liquibase.sql.Sql;
import liquibase.statement.ExecutablePreparedStatement;
import liquibase.statement.core.RuntimeStatement;

/**
 * Statements between a lock and its release. They run here instead of one by one in
 * Liquibase, which would leave the lock behind when one of them fails. Liquibase asks for
 * the SQL of a change before it makes it, and is told none.
 */
final class LockedStatement extends RuntimeStatement implements ExecutablePreparedStatement {

	private final TriggerStep step;

	private final Connection connection;

	LockedStatement(TriggerStep step, Connection connection) {
		this.step = step;
		this.connection = connection;
	}

	List<String> statements() {
		return this.step.statements();
	}

	@Override
	public Sql[] generate(Database database) {
		return new Sql[0];
	}

	@Override
	public void execute(PreparedStatementFactory factory) throws DatabaseException {
		Logger log = Scope.getCurrentScope().getLog(LockedStatement.class);
		this.step.warnings().forEach(log::warning);
		statements().forEach(log::fine);
		try {
			this.step.run(this.connection);
		}
		catch (SQLException ex) {
			throw new DatabaseException(ex.getMessage(), ex);
		}
	}

}
