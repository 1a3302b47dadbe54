package dev.triggerview.sample.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;

import org.h2.tools.TriggerAdapter;

/** Notes when a product was changed. */
public final class ProductLastModified extends TriggerAdapter {

	@Override
	public void fire(Connection connection, ResultSet oldRow, ResultSet newRow) throws SQLException {
		newRow.updateObject("LAST_MODIFIED", LocalDateTime.now());
	}

}
