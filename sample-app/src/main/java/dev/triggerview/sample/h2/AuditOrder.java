package dev.triggerview.sample.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.h2.tools.TriggerAdapter;

/** Writes down each change of an order. */
public final class AuditOrder extends TriggerAdapter {

	@Override
	public void fire(Connection connection, ResultSet oldRow, ResultSet newRow) throws SQLException {
		ResultSet anyRow = (newRow != null) ? newRow : oldRow;
		try (PreparedStatement insert = connection.prepareStatement("insert into order_audit "
				+ "(order_id, action, old_status, new_status, changed_at) values (?, ?, ?, ?, localtimestamp)")) {
			insert.setLong(1, anyRow.getLong("ID"));
			insert.setString(2, action(oldRow, newRow));
			insert.setString(3, (oldRow != null) ? oldRow.getString("STATUS") : null);
			insert.setString(4, (newRow != null) ? newRow.getString("STATUS") : null);
			insert.executeUpdate();
		}
	}

	private String action(ResultSet oldRow, ResultSet newRow) {
		if (oldRow == null) {
			return "INSERT";
		}
		return (newRow == null) ? "DELETE" : "UPDATE";
	}

}
