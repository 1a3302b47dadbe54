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
 * Statements that run here as a whole instead of one by one in Liquibase, which would
 * leave a lock behind when one of them fails, and what the store was told before.
 * Liquibase asks for the SQL of a change before it makes it, and is told none.
 */
final class WholeStatement extends RuntimeStatement implements ExecutablePreparedStatement {

	private final List<TriggerStep> steps;

	private final Connection connection;

	private final Recovery recovery;

	/**
	 * Create a statement.
	 * @param recovery what to do after a failure, when the steps have undone themselves
	 */
	WholeStatement(List<TriggerStep> steps, Connection connection, Recovery recovery) {
		this.steps = List.copyOf(steps);
		this.connection = connection;
		this.recovery = recovery;
	}

	List<String> statements() {
		return this.steps.stream().flatMap((step) -> step.statements().stream()).toList();
	}

	@Override
	public Sql[] generate(Database database) {
		return new Sql[0];
	}

	@Override
	public void execute(PreparedStatementFactory factory) throws DatabaseException {
		Logger log = Scope.getCurrentScope().getLog(WholeStatement.class);
		this.steps.forEach((step) -> step.warnings().forEach(log::warning));
		statements().forEach(log::fine);
		try {
			for (TriggerStep step : this.steps) {
				step.run(this.connection);
			}
		}
		catch (SQLException ex) {
			recover(ex);
			throw new DatabaseException(ex.getMessage(), ex);
		}
	}

	private void recover(SQLException failure) {
		try {
			this.recovery.recover();
		}
		catch (SQLException | RuntimeException ex) {
			failure.addSuppressed(ex);
		}
	}

	interface Recovery {

		void recover() throws SQLException;

	}

}
