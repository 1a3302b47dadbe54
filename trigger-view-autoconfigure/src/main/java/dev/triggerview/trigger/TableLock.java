package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * How other sessions are kept from writing a table while its trigger is dropped and
 * created again.
 */
interface TableLock {

	/**
	 * Return statements, between those that lock and unlock, as they are sent.
	 * @param statements the statements that need the lock
	 */
	default List<String> around(List<String> statements) {
		return statements;
	}

	/** Lock, and wait until nobody is in the middle of a write. */
	default void acquire(Connection connection) throws SQLException {
	}

	/** Run statements under the lock. */
	default void run(Connection connection, List<String> statements) throws SQLException {
		TriggerStep.execute(connection, statements);
	}

	/** Unlock, also after a failure. */
	default void release(Connection connection) throws SQLException {
	}

}
