package dev.triggerview.hibernate;

import java.sql.PreparedStatement;

import org.hibernate.StaleStateException;
import org.hibernate.jdbc.Expectation;

/**
 * What a statement reports that an {@code INSTEAD OF} trigger has carried out. PostgreSQL
 * counts the rows whose trigger returned a row, SQLite none at all ("Changes to a view
 * that are intercepted by INSTEAD OF triggers are not counted", SQLite, sqlite3_changes),
 * others what the trigger touched; so only more than one row is a mistake.
 */
public class TriggerRowCount implements Expectation {

	@Override
	public void verifyOutcome(int rowCount, PreparedStatement statement, int batchPosition, String sql) {
		if (rowCount > 1) {
			throw new StaleStateException("An INSTEAD OF trigger reported " + rowCount + " rows for one: " + sql);
		}
	}

}
