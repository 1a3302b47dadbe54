package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The search path of a connection, which closing puts back. */
interface SearchPath extends AutoCloseable {

	/** The path of a database that does not leave out schemas because of it. */
	SearchPath UNUSED = () -> {
	};

	/** Make the path of a connection to PostgreSQL empty. */
	static SearchPath empty(Connection connection) throws SQLException {
		String path = read(connection);
		write(connection, "");
		return () -> write(connection, path);
	}

	@Override
	void close() throws SQLException;

	private static String read(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery("SELECT pg_catalog.current_setting('search_path')")) {
			result.next();
			return result.getString(1);
		}
	}

	private static void write(Connection connection, String path) throws SQLException {
		try (PreparedStatement statement = connection
			.prepareStatement("SELECT pg_catalog.set_config('search_path', ?, false)")) {
			statement.setString(1, path);
			statement.execute();
		}
	}

}
