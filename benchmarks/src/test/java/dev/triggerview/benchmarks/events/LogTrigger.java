package dev.triggerview.benchmarks.events;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** The trigger on H2, where triggers are Java: writes each row into a log. */
public final class LogTrigger implements Trigger {

	private int id;

	private int amount;

	@Override
	public void init(Connection connection, String schema, String trigger, String table, boolean before, int type)
			throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet columns = statement.executeQuery("select * from account where false")) {
			this.id = columns.findColumn("id") - 1;
			this.amount = columns.findColumn("amount") - 1;
		}
	}

	@Override
	public void fire(Connection connection, Object @Nullable [] oldRow, Object[] newRow) throws SQLException {
		try (PreparedStatement insert = connection.prepareStatement("insert into account_log values (?, ?, ?)")) {
			insert.setObject(1, newRow[this.id]);
			insert.setObject(2, (oldRow != null) ? oldRow[this.amount] : null);
			insert.setObject(3, newRow[this.amount]);
			insert.executeUpdate();
		}
	}

}
