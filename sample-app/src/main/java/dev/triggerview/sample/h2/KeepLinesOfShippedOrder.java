package dev.triggerview.sample.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.h2.tools.TriggerAdapter;

/** Refuses to add, change or delete a line of a shipped order. */
public final class KeepLinesOfShippedOrder extends TriggerAdapter {

	@Override
	public void fire(Connection connection, ResultSet oldRow, ResultSet newRow) throws SQLException {
		for (ResultSet row : new ResultSet[] { oldRow, newRow }) {
			if (row != null && isShipped(connection, row.getLong("ORDER_ID"))) {
				throw new SQLException("SHIPPED_ORDER_IS_FINAL", "23513");
			}
		}
	}

	private boolean isShipped(Connection connection, long order) throws SQLException {
		try (PreparedStatement query = connection
			.prepareStatement("select 1 from orders where id = ? and status = 'SHIPPED'")) {
			query.setLong(1, order);
			return query.executeQuery().next();
		}
	}

}
