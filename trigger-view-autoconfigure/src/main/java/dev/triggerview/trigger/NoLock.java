package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** No lock: the statements are one step so that all are undone when one fails. */
record NoLock() implements TableLock {

	@Override
	public List<String> around(List<String> statements) {
		return statements;
	}

	@Override
	public void acquire(Connection connection) {
	}

	@Override
	public void run(Connection connection, List<String> statements) throws SQLException {
		TriggerStep.execute(connection, statements);
	}

	@Override
	public void release(Connection connection) {
	}

}
