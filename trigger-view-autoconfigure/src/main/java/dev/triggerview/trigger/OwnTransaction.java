package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/**
 * No lock of ours: the statements are one step, which is a transaction by itself where
 * the change set has none. {@link TriggerStep} commits it.
 *
 * @param warned is told of each warning of the database
 */
record OwnTransaction(TriggerDialect dialect, Consumer<String> warned) implements TableLock {

	@Override
	public void run(Connection connection, List<String> statements) throws SQLException {
		try {
			TriggerStep.execute(connection, statements, this.dialect::explain, this.warned);
		}
		catch (SQLException ex) {
			rollBack(connection, ex);
			throw ex;
		}
	}

	/** A connection that is lost cannot, and its server does. */
	private static void rollBack(Connection connection, SQLException failure) {
		try {
			connection.rollback();
		}
		catch (SQLException ex) {
			failure.addSuppressed(ex);
		}
	}

}
