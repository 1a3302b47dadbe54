package dev.triggerview.sample.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.h2.tools.TriggerAdapter;

/** Refuses to change or delete a shipped order. */
public final class KeepShippedOrder extends TriggerAdapter {

	@Override
	public void fire(Connection connection, ResultSet oldRow, ResultSet newRow) throws SQLException {
		if ("SHIPPED".equals(oldRow.getString("STATUS"))) {
			throw new SQLException("SHIPPED_ORDER_IS_FINAL", "23513");
		}
	}

}
