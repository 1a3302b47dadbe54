package dev.triggerview.liquibase;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import org.h2.api.Trigger;

/** What the other databases do in SQL. */
public class LogItem implements Trigger {

	@Override
	public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement("insert into item_log (item_id) values (?)")) {
			statement.setObject(1, newRow[0]);
			statement.executeUpdate();
		}
	}

}
