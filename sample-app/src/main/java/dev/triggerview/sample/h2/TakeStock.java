package dev.triggerview.sample.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.h2.tools.TriggerAdapter;

/** Takes what an order line asks for from the stock of its product. */
public final class TakeStock extends TriggerAdapter {

	@Override
	public void fire(Connection connection, ResultSet oldRow, ResultSet newRow) throws SQLException {
		try (PreparedStatement update = connection
			.prepareStatement("update products set stock = stock - ? where id = ? and stock >= ?")) {
			update.setInt(1, newRow.getInt("QUANTITY"));
			update.setLong(2, newRow.getLong("PRODUCT_ID"));
			update.setInt(3, newRow.getInt("QUANTITY"));
			if (update.executeUpdate() == 0) {
				throw new SQLException("STOCK_IS_LIMITED", "23513");
			}
		}
	}

}
