package dev.triggerview.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.h2.api.Trigger;

/** The trigger of {@link RowLog} for H2, which calls Java. */
public class RowLogTrigger implements Trigger {

	private final List<String> names = new ArrayList<>();

	private String table;

	private String event;

	@Override
	public void init(Connection connection, String schema, String trigger, String table, boolean before, int type)
			throws SQLException {
		this.table = table.toLowerCase(Locale.ROOT);
		this.event = (type == INSERT) ? "insert" : (type == UPDATE) ? "update" : "delete";
		try (ResultSet columns = connection.getMetaData().getColumns(null, schema, table, null)) {
			while (columns.next()) {
				this.names.add(columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
			}
		}
	}

	@Override
	public void fire(Connection connection, Object[] old, Object[] now) throws SQLException {
		Object id = ((now != null) ? now : old)[this.names.indexOf("id")];
		try (PreparedStatement insert = connection.prepareStatement("insert into row_log (line) values (?)")) {
			insert.setString(1, this.event + " " + this.table + " " + id + ((old != null) ? " " + row(old) : "")
					+ ((now != null) ? " > " + row(now) : ""));
			insert.executeUpdate();
		}
	}

	private String row(Object[] row) {
		return (this.table.equals("branch") ? RowLog.BRANCH : RowLog.TELLER).stream()
			.map((column) -> row[this.names.indexOf(column)])
			.map((value) -> (value != null) ? value.toString() : "-")
			.collect(Collectors.joining(":"));
	}

}
