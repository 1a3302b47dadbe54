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
	List<String> around(List<String> statements);

	/** Lock, and wait until nobody is in the middle of a write. */
	void acquire(Connection connection) throws SQLException;

	/** Run statements under the lock. */
	void run(Connection connection, List<String> statements) throws SQLException;

	/** Unlock, also after a failure. */
	void release(Connection connection) throws SQLException;

}
