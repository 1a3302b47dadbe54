package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A trigger of H2 as a user writes it. */
public class LogInsert implements org.h2.api.Trigger {

	@Override
	public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute("insert into log (note) values ('java')");
		}
	}

}
