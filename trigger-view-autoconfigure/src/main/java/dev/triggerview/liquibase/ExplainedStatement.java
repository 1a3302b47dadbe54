package dev.triggerview.liquibase;

import java.sql.Connection;
import java.sql.SQLException;

import dev.triggerview.trigger.TriggerDialect;
import liquibase.Scope;
import liquibase.database.PreparedStatementFactory;
import liquibase.exception.DatabaseException;
import liquibase.statement.ExecutablePreparedStatement;
import liquibase.statement.core.RawCompoundStatement;

/**
 * A statement that is executed here, because Liquibase tells of a failure only what the
 * message of the driver says.
 */
final class ExplainedStatement extends RawCompoundStatement implements ExecutablePreparedStatement {

	private final TriggerDialect dialect;

	private final Connection connection;

	ExplainedStatement(RawCompoundStatement statement, TriggerDialect dialect, Connection connection) {
		super(statement.getSql(), statement.getEndDelimiter());
		this.dialect = dialect;
		this.connection = connection;
	}

	@Override
	public void execute(PreparedStatementFactory factory) throws DatabaseException {
		Scope.getCurrentScope().getLog(ExplainedStatement.class).fine(getSql());
		try (var statement = this.connection.createStatement()) {
			statement.setEscapeProcessing(false);
			statement.execute(getSql());
		}
		catch (SQLException ex) {
			throw new DatabaseException(
					"%s [Failed SQL: (%s) %s]".formatted(this.dialect.explain(ex), ex.getErrorCode(), getSql()), ex);
		}
	}

}
