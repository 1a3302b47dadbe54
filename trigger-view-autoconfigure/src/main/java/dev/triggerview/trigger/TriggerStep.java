package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * Statements of a change that belong together. Those with a lock take a trigger away and
 * bring one back while no other session may write its table; such a step is
 * {@linkplain #run run} as a whole, so that the lock is released when a statement fails.
 */
public final class TriggerStep {

	private final @Nullable TableLock lock;

	private final List<String> statements;

	private final List<List<String>> undo;

	private final List<String> warnings;

	private TriggerStep(@Nullable TableLock lock, List<String> statements, List<List<String>> undo,
			List<String> warnings) {
		this.lock = lock;
		this.statements = List.copyOf(statements);
		this.undo = List.copyOf(undo);
		this.warnings = List.copyOf(warnings);
	}

	/** Return a step of statements that need no lock. */
	public static TriggerStep of(List<String> statements) {
		return new TriggerStep(null, statements, List.of(), List.of());
	}

	/** Return a step of one statement that needs no lock. */
	public static TriggerStep of(String statement) {
		return of(List.of(statement));
	}

	/** Return a step that does nothing but tell others. */
	public static TriggerStep warning(List<String> warnings) {
		return of(List.of()).withWarnings(warnings);
	}

	/**
	 * Return a step of statements that is undone when one of them fails, where the
	 * transaction does not do that.
	 * @param undo statements, those together that are nothing without each other
	 */
	static TriggerStep undone(List<String> statements, List<List<String>> undo) {
		return new TriggerStep(new NoLock(), statements, undo, List.of());
	}

	/** Return a step of a statement that is undone if there is something to undo. */
	static TriggerStep undone(String statement, List<String> undo) {
		return undo.isEmpty() ? of(statement) : undone(List.of(statement), List.of(undo));
	}

	/**
	 * Return steps as one that is a transaction by itself, for a change set that has none
	 * on a database that undoes definitions.
	 * @param warned is told of each warning of the database
	 */
	public static TriggerStep transaction(TriggerDialect dialect, List<TriggerStep> steps, Consumer<String> warned) {
		return new TriggerStep(new OwnTransaction(dialect, warned),
				steps.stream().flatMap((step) -> step.statements().stream()).toList(), List.of(),
				steps.stream().flatMap((step) -> step.warnings().stream()).toList());
	}

	static TriggerStep locked(TableLock lock, List<String> statements, List<List<String>> undo) {
		return new TriggerStep(lock, statements, undo, List.of());
	}

	/** Return the step with its statements changed; what undoes it stays. */
	public TriggerStep modified(UnaryOperator<String> change) {
		return new TriggerStep(this.lock, this.statements.stream().map(change).toList(), this.undo, this.warnings);
	}

	TriggerStep withWarnings(List<String> warnings) {
		return new TriggerStep(this.lock, this.statements, this.undo, warnings);
	}

	/** Return what others should be told of before the statements are run. */
	public List<String> warnings() {
		return this.warnings;
	}

	/** Return whether the statements have to be {@linkplain #run run} as a whole. */
	public boolean locked() {
		return this.lock != null;
	}

	/** Return the statements in order, with those that lock and unlock. */
	public List<String> statements() {
		return (this.lock == null) ? this.statements : this.lock.around(this.statements);
	}

	/**
	 * Run the statements. When one fails, the former trigger is created again before the
	 * lock is released.
	 * @throws SQLException the failure of the first statement that failed
	 */
	public void run(Connection connection) throws SQLException {
		if (this.lock == null) {
			execute(connection, this.statements);
			return;
		}
		TableLock tableLock = this.lock;
		boolean autoCommit = connection.getAutoCommit();
		connection.setAutoCommit(false);
		finishing(() -> runLocked(connection, tableLock), () -> connection.setAutoCommit(autoCommit));
	}

	private void runLocked(Connection connection, TableLock tableLock) throws SQLException {
		tableLock.acquire(connection);
		finishing(() -> runOrUndo(connection, tableLock), () -> tableLock.release(connection));
	}

	/**
	 * Finish in any case. A connection that is lost fails there, too, and only the first
	 * failure tells what it was doing.
	 */
	private static void finishing(Part part, Part end) throws SQLException {
		try {
			part.run();
		}
		catch (SQLException | RuntimeException ex) {
			try {
				end.run();
			}
			catch (SQLException again) {
				ex.addSuppressed(again);
			}
			throw ex;
		}
		end.run();
	}

	private interface Part {

		void run() throws SQLException;

	}

	private void runOrUndo(Connection connection, TableLock held) throws SQLException {
		try {
			held.run(connection, this.statements);
		}
		catch (SQLException ex) {
			undo(connection, held, ex);
			throw ex;
		}
	}

	/**
	 * Each part by itself: one that creates a trigger fails where that was not dropped.
	 */
	private void undo(Connection connection, TableLock held, SQLException failure) {
		for (List<String> part : this.undo) {
			try {
				held.run(connection, part);
			}
			catch (SQLException ex) {
				failure.addSuppressed(ex);
			}
		}
	}

	static void execute(Connection connection, List<String> statements) throws SQLException {
		execute(connection, statements, SQLException::getMessage, (warning) -> {
		});
	}

	static void execute(Connection connection, List<String> statements, Function<SQLException, String> explanation,
			Consumer<String> warned) throws SQLException {
		for (String sql : statements) {
			try (var statement = connection.createStatement()) {
				statement.setEscapeProcessing(false);
				statement.execute(sql);
				tell(statement.getWarnings(), warned);
			}
			catch (SQLException ex) {
				throw new SQLException(
						"%s [Failed SQL: (%s) %s]".formatted(explanation.apply(ex), ex.getErrorCode(), sql),
						ex.getSQLState(), ex.getErrorCode(), ex);
			}
		}
	}

	/** Class 01 is a warning (ISO/IEC 9075-2, SQLSTATE); notices are not. */
	private static void tell(@Nullable SQLWarning first, Consumer<String> warned) {
		for (SQLWarning each = first; each != null; each = each.getNextWarning()) {
			if (String.valueOf(each.getSQLState()).startsWith("01")) {
				warned.accept(each.getMessage());
			}
		}
	}

}
