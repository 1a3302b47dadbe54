package dev.triggerview.sample.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.h2.tools.TriggerAdapter;

/** Writes the level of the view {@code stock_levels} to the product. */
public final class WriteStockLevel extends TriggerAdapter {

	@Override
	public void fire(Connection connection, ResultSet oldRow, ResultSet newRow) throws SQLException {
		try (PreparedStatement update = connection
			.prepareStatement("update products set reorder_level = ? where id = ?")) {
			update.setInt(1, newRow.getInt("REORDER_LEVEL"));
			update.setLong(2, oldRow.getLong("PRODUCT_ID"));
			update.executeUpdate();
		}
	}

}
