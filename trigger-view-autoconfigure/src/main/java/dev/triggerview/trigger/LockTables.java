package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * MySQL 8.4 manual, LOCK TABLES: the lock waits for the transactions that use the table,
 * and outlives the commit of each statement on a trigger.
 *
 * @param table the qualified name of the table
 */
record LockTables(String table) implements TableLock {

	private static final String UNLOCK = "UNLOCK TABLES";

	@Override
	public List<String> around(List<String> statements) {
		return Stream.of(Stream.of(lock()), statements.stream(), Stream.of(UNLOCK)).flatMap((part) -> part).toList();
	}

	@Override
	public void acquire(Connection connection) throws SQLException {
		TriggerStep.execute(connection, List.of(lock()));
	}

	@Override
	public void release(Connection connection) throws SQLException {
		TriggerStep.execute(connection, List.of(UNLOCK));
	}

	private String lock() {
		return "LOCK TABLES " + this.table + " WRITE";
	}

}
