package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
 * An INSERT takes the lock of its table only after its BEFORE triggers have run, and
 * fails when the triggers change while one of them is still to fire (H2 2.4:
 * {@code Insert.insertRows}, {@code Table.fireRow}). Exclusive mode keeps new statements
 * from beginning; those that had begun when the table was locked come to wait for it. H2
 * does not tell who waits for a table, nor whether a session without a statement is
 * stopped by exclusive mode or has just passed it, and shows a session as asleep whose
 * trigger has run a statement and goes on. So all of them are given time: until they have
 * not moved for a while, first to come to the lock, then to be stopped by the mode.
 * Sessions that had done nothing before need none. Exclusive mode may catch a statement
 * that a trigger runs; it goes on when the mode ends, so that another attempt succeeds.
 *
 * <p>
 * Who asks for a table after this lock waits behind it, and fails after the lock timeout
 * of its own session, which is likely that of this one. So an attempt asks for a small
 * part of that time, and lets the others go on for as long before the next one. The mode
 * cannot come first: a transaction that has the table could not end.
 */
final class H2TableLock implements TableLock {

	/** Two minutes, unless the lock timeout is another one than that of H2. */
	private static final int ATTEMPTS = 120;

	private static final int LOOKS = 80;

	/**
	 * As many looks without a change show that nobody is on the way any more, unless the
	 * machine gives a thread no time for as long, or a trigger computes longer between
	 * its statements.
	 */
	private static final int QUIET_LOOKS = 40;

	/** Milliseconds from one look to the next. */
	private static final int LOOK = 5;

	/** A session that exclusive mode has caught looks every 100 milliseconds. */
	private static final int RESPITE = 150;

	/** Milliseconds for which the first attempt asks for the table. */
	private static final int FIRST_WAIT = 100;

	/** Lock timeout, deadlock, and another session in exclusive mode. */
	private static final Set<Integer> BUSY = Set.of(50200, 40001, 90135);

	/** H2 2.4 fails to list a session that ends its transaction at this moment. */
	private static final int GENERAL_ERROR = 50000;

	/**
	 * Sessions that run something, or did a moment ago, with the statement while H2 shows
	 * one: not between the statements of a trigger.
	 */
	private static final String BUSY_SESSIONS = """
			SELECT SESSION_ID || ' ' || EXECUTING_STATEMENT_START FROM INFORMATION_SCHEMA.SESSIONS
			WHERE SESSION_ID <> SESSION_ID() AND (EXECUTING_STATEMENT IS NOT NULL OR SESSION_STATE = 'RUNNING'
				OR SLEEP_SINCE > DATEADD(MILLISECOND, -%s, CURRENT_TIMESTAMP))""".formatted(QUIET_LOOKS * LOOK);

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

	/**
	 * What the session has written before is committed first, as by any statement on a
	 * trigger: an attempt that fails is rolled back.
	 */
	@Override
	public void acquire(Connection connection) throws SQLException {
		connection.commit();
		int timeout = lockTimeout(connection);
		int longest = Math.max(timeout / 4, Math.min(timeout, FIRST_WAIT));
		int wait = Math.min(longest, FIRST_WAIT);
		SQLException busy = null;
		for (int i = 0; i < ATTEMPTS; i++) {
			try {
				lockTable(connection, wait, timeout);
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
			pause(Math.max(wait, RESPITE));
			wait = Math.min(2 * wait, longest);
		}
		throw new SQLException(("Other sessions run long statements or transactions, so that the trigger cannot be"
				+ " replaced without a gap; nothing was changed. INFORMATION_SCHEMA.LOCKS and .SESSIONS show them;"
				+ " try again when they have ended, or wait longer: LOCK_TIMEOUT in the URL is %s milliseconds")
			.formatted(timeout), busy);
	}

	private void lockTable(Connection connection, int wait, int timeout) throws SQLException {
		setLockTimeout(connection, wait);
		try {
			TriggerStep.execute(connection, lockTable().toList());
		}
		finally {
			setLockTimeout(connection, timeout);
		}
	}

	private static int lockTimeout(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet timeout = statement.executeQuery("CALL LOCK_TIMEOUT()")) {
			timeout.next();
			return timeout.getInt(1);
		}
	}

	private static void setLockTimeout(Connection connection, int milliseconds) throws SQLException {
		TriggerStep.execute(connection, List.of("SET LOCK_TIMEOUT " + milliseconds));
	}

	private boolean closeGate(Connection connection) throws SQLException {
		Set<String> waiting = (this.table != null) ? waiting(connection) : Set.of();
		TriggerStep.execute(connection, List.of(CLOSE_GATE));
		boolean closed = false;
		try {
			closed = hasOnly(connection, waiting);
		}
		finally {
			if (!closed) {
				TriggerStep.execute(connection, List.of(OPEN_GATE));
			}
		}
		return closed;
	}

	/**
	 * The statements that wait for the table or run on others: they had begun long ago.
	 * Sessions that do nothing but work on others are not waited for without end.
	 */
	private static Set<String> waiting(Connection connection) throws SQLException {
		Map<String, Integer> looks = new HashMap<>();
		for (int i = 0; i < LOOKS; i++) {
			BusySessions busy = BusySessions.of(connection);
			looks.keySet().retainAll(busy.statements());
			busy.statements().forEach((statement) -> looks.merge(statement, 1, Integer::sum));
			if (busy.between() == 0 && looks.values().stream().allMatch((times) -> times > QUIET_LOOKS)) {
				break;
			}
			pause(LOOK);
		}
		looks.values().removeIf((times) -> times <= QUIET_LOOKS);
		return looks.keySet();
	}

	private static boolean hasOnly(Connection connection, Set<String> waiting) throws SQLException {
		int quiet = 0;
		for (int i = 0; i < LOOKS; i++) {
			BusySessions busy = BusySessions.of(connection);
			boolean others = !waiting.containsAll(busy.statements());
			if (!others && (busy.between() == 0 || quiet == QUIET_LOOKS)) {
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
	 * @param between how many are before the begin of one, or shortly after the end
	 */
	private record BusySessions(Set<String> statements, int between) {

		static BusySessions of(Connection connection) throws SQLException {
			SQLException failure = null;
			for (int i = 0; i < LOOKS; i++) {
				try {
					return read(connection);
				}
				catch (SQLException ex) {
					if (ex.getErrorCode() != GENERAL_ERROR) {
						throw ex;
					}
					failure = ex;
				}
			}
			throw new SQLException("H2 does not list its sessions", failure);
		}

		private static BusySessions read(Connection connection) throws SQLException {
			Set<String> statements = new HashSet<>();
			int between = 0;
			try (Statement statement = connection.createStatement();
					ResultSet rows = statement.executeQuery(BUSY_SESSIONS)) {
				while (rows.next()) {
					String running = rows.getString(1);
					if (running != null) {
						statements.add(running);
					}
					else {
						between++;
					}
				}
			}
			return new BusySessions(statements, between);
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
