package dev.triggerview.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import org.h2.api.Trigger;

/** Writes an x, whatever the trigger is called. */
public class LogX implements Trigger {

	@Override
	public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute("insert into log (note) values ('x')");
		}
	}

}
