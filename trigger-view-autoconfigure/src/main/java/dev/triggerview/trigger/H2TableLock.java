package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * H2 commits before and after each statement on a trigger, unless {@code EXECUTE
 * IMMEDIATE} runs it. So the lock of the table, which an {@code ALTER TABLE} without
 * effect takes, stays until both are done.
 *
 * <p>
 * A row is locked out only after its BEFORE triggers have run. Exclusive mode keeps new
 * statements from beginning meanwhile; those that had begun when the table was locked
 * wait for it, or are about to. H2 does not tell which of them wait already, nor whether
 * a session without a statement is stopped by exclusive mode or has just passed it, so
 * both are given time to show it. Sessions that do nothing need none. Exclusive mode may
 * catch a statement that a trigger runs; it goes on when the mode ends, so that another
 * attempt succeeds.
 */
final class H2TableLock implements TableLock {

	private static final int ATTEMPTS = 60;

	private static final int GATES = 4;

	private static final int LOOKS = 50;

	/** As many looks without a change show that nobody is on the way any more. */
	private static final int QUIET_LOOKS = 25;

	private static final int LOOK = 2;

	/** A session that exclusive mode has caught looks every 100 milliseconds. */
	private static final int RESPITE = 150;

	/** Lock timeout, deadlock, and another session in exclusive mode. */
	private static final Set<Integer> BUSY = Set.of(50200, 40001, 90135);

	/** Sessions that run something, with the statement once it has begun. */
	private static final String BUSY_SESSIONS = """
			SELECT SESSION_ID || ' ' || EXECUTING_STATEMENT_START FROM INFORMATION_SCHEMA.SESSIONS
			WHERE SESSION_ID <> SESSION_ID() AND (EXECUTING_STATEMENT IS NOT NULL OR SESSION_STATE = 'RUNNING')""";

	private static final String CLOSE_GATE = immediate("SET EXCLUSIVE 1");

	private static final String OPEN_GATE = immediate("SET EXCLUSIVE 0");

	private final @Nullable String table;

	/**
	 * Create a lock of a table, or {@code null} for a view: that has no lock of its own.
	 */
	H2TableLock(@Nullable String table) {
		this.table = table;
	}

	@Override
	public List<String> around(List<String> statements) {
		return Stream.of(lockTable(), Stream.of(CLOSE_GATE, atOnce(statements), OPEN_GATE))
			.flatMap((part) -> part)
			.toList();
	}

	private Stream<String> lockTable() {
		return Stream.ofNullable(this.table)
			.map((name) -> immediate(
					"ALTER TABLE " + name + " ALTER COLUMN IF EXISTS \"no column of trigger-view\" DROP NOT NULL"));
	}

	/** One command, so that no lost connection leaves a part of it. */
	private static String atOnce(List<String> statements) {
		return statements.stream().map(H2TableLock::immediate).collect(Collectors.joining(";\n", "", ";\nCOMMIT"));
	}

	private static String immediate(String sql) {
		return "EXECUTE IMMEDIATE '" + sql.replace("'", "''") + "'";
	}

	@Override
	public void acquire(Connection connection) throws SQLException {
		SQLException busy = null;
		for (int i = 0; i < ATTEMPTS; i++) {
			try {
				TriggerStep.execute(connection, lockTable().toList());
				if (closeGate(connection)) {
					return;
				}
			}
			catch (SQLException ex) {
				if (!BUSY.contains(ex.getErrorCode())) {
					throw ex;
				}
				busy = ex;
			}
			connection.rollback();
			pause(RESPITE);
		}
		throw new SQLException(
				"Other sessions run long statements or transactions, so that the trigger cannot be"
						+ " replaced without a gap; nothing was changed; try again when the database is less busy",
				busy);
	}

	private boolean closeGate(Connection connection) throws SQLException {
		for (int i = 0; i < GATES; i++) {
			Set<String> waiting = (this.table != null) ? waiting(connection) : Set.of();
			TriggerStep.execute(connection, List.of(CLOSE_GATE));
			if (hasOnly(connection, waiting)) {
				return true;
			}
			TriggerStep.execute(connection, List.of(OPEN_GATE));
			pause(RESPITE);
		}
		return false;
	}

	/** The statements that wait for the table or run on others. */
	private static Set<String> waiting(Connection connection) throws SQLException {
		BusySessions busy = BusySessions.of(connection);
		int quiet = 0;
		for (int i = 0; i < LOOKS && quiet < QUIET_LOOKS && !busy.statements().isEmpty(); i++) {
			pause(LOOK);
			BusySessions before = busy;
			busy = BusySessions.of(connection);
			quiet = busy.equals(before) ? quiet + 1 : 0;
		}
		return busy.statements();
	}

	private static boolean hasOnly(Connection connection, Set<String> waiting) throws SQLException {
		int quiet = 0;
		for (int i = 0; i < LOOKS; i++) {
			BusySessions busy = BusySessions.of(connection);
			boolean others = !waiting.containsAll(busy.statements());
			if (!others && (busy.withoutStatement() == 0 || quiet == QUIET_LOOKS)) {
				return true;
			}
			quiet = others ? 0 : quiet + 1;
			pause(LOOK);
		}
		return false;
	}

	/**
	 * The other sessions that do something.
	 *
	 * @param statements their statements, with the time when each began
	 * @param withoutStatement how many are before the begin of one
	 */
	private record BusySessions(Set<String> statements, int withoutStatement) {

		static BusySessions of(Connection connection) throws SQLException {
			Set<String> statements = new HashSet<>();
			int withoutStatement = 0;
			try (Statement statement = connection.createStatement();
					ResultSet rows = statement.executeQuery(BUSY_SESSIONS)) {
				while (rows.next()) {
					String running = rows.getString(1);
					if (running != null) {
						statements.add(running);
					}
					else {
						withoutStatement++;
					}
				}
			}
			return new BusySessions(statements, withoutStatement);
		}

	}

	@Override
	public void run(Connection connection, List<String> statements) throws SQLException {
		TriggerStep.execute(connection, List.of(atOnce(statements)));
	}

	@Override
	public void release(Connection connection) throws SQLException {
		TriggerStep.execute(connection, List.of(OPEN_GATE));
	}

	/** H2 tells nobody when a statement ends: it has to be asked again. */
	private static void pause(int milliseconds) throws SQLException {
		try {
			Thread.sleep(milliseconds);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new SQLException("Interrupted while waiting for the statements of other sessions", ex);
		}
	}

}
