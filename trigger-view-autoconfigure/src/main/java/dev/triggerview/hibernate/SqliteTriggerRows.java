package dev.triggerview.hibernate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.hibernate.StaleStateException;
import org.hibernate.jdbc.Expectation;

/**
 * Whether a statement on a view has met its row. SQLite counts no row that an
 * {@code INSTEAD OF} trigger is fired for, but what the trigger itself changes (SQLite,
 * sqlite3_total_changes): if that is nothing, the row was gone or its version another.
 * Statements are sent one by one, because those of a batch share one count.
 */
public class SqliteTriggerRows implements Expectation {

	private final ThreadLocal<Long> before = new ThreadLocal<>();

	@Override
	public boolean canBeBatched() {
		return false;
	}

	@Override
	public int prepare(PreparedStatement statement) throws SQLException {
		this.before.set(changes(statement.getConnection()));
		return 0;
	}

	@Override
	public void verifyOutcome(int rowCount, PreparedStatement statement, int batchPosition, String sql)
			throws SQLException {
		Long known = this.before.get();
		this.before.remove();
		if (known != null && known == changes(statement.getConnection())) {
			throw new StaleStateException("No INSTEAD OF trigger changed anything: " + sql);
		}
	}

	private static long changes(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery("select total_changes()")) {
			result.next();
			return result.getLong(1);
		}
	}

}
