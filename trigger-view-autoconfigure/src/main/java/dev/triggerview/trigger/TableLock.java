package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

/**
 * How other sessions are kept from writing a table over several statements that commit.
 *
 * @param acquire the statement that locks
 * @param release the statement that unlocks
 * @param earlier which statements began before the lock and still run, {@code null} where
 * locking waits for them
 */
record TableLock(String acquire, String release, @Nullable Earlier earlier) {

	private static final int LOCKS = 40;

	private static final int LOOKS = 25;

	private static final int LOOK = 20;

	/** Longer than the sessions of H2 sleep until they look whether they may go on. */
	private static final int RESPITE = 250;

	/**
	 * Lock, and wait until no statement runs that began before. A session may be caught
	 * by the lock between the begin of its statement and the work, and would be waited
	 * for in vain; it goes on when the lock is released and taken again.
	 */
	void acquire(Connection connection) throws SQLException {
		for (int i = 0; i < LOCKS; i++) {
			OffsetDateTime before = (this.earlier != null) ? now(connection, this.earlier) : null;
			execute(connection, this.acquire);
			if (before == null || isQuiet(connection, before)) {
				return;
			}
			execute(connection, this.release);
			pause(RESPITE);
		}
		throw new SQLException("Other sessions run long statements, so that the trigger cannot be replaced without"
				+ " a gap; try again when the database is less busy");
	}

	void release(Connection connection) throws SQLException {
		execute(connection, this.release);
	}

	private boolean isQuiet(Connection connection, OffsetDateTime before) throws SQLException {
		for (int i = 0; i < LOOKS; i++) {
			pause(LOOK);
			if (this.earlier == null || count(connection, this.earlier, before) == 0) {
				return true;
			}
		}
		return false;
	}

	private static OffsetDateTime now(Connection connection, Earlier earlier) throws SQLException {
		try (var statement = connection.createStatement(); var result = statement.executeQuery(earlier.now())) {
			result.next();
			return result.getObject(1, OffsetDateTime.class);
		}
	}

	private static int count(Connection connection, Earlier earlier, OffsetDateTime before) throws SQLException {
		try (var statement = connection.prepareStatement(earlier.count())) {
			statement.setObject(1, before);
			try (var result = statement.executeQuery()) {
				result.next();
				return result.getInt(1);
			}
		}
	}

	private static void execute(Connection connection, String sql) throws SQLException {
		try (var statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static void pause(int milliseconds) throws SQLException {
		try {
			Thread.sleep(milliseconds);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new SQLException("Interrupted while waiting for the statements of other sessions", ex);
		}
	}

	/**
	 * The queries for statements that began before a moment.
	 *
	 * @param now the query for the present moment
	 * @param count the query for the number of statements of other sessions that began
	 * before the moment that is its parameter
	 */
	record Earlier(String now, String count) {

	}

}
