package dev.triggerview.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;

/**
 * Reads all tables and views of a database by its query. Every query returns the columns
 * that {@link RelationsReader} reads.
 *
 * @param database the short name of the database
 */
record CatalogQuery(String database) {

	/**
	 * The databases whose catalog does not tell what a view reads, its definition does,
	 * and whether a backslash escapes in it.
	 */
	private static final Map<String, Boolean> DEFINITIONS = Map.of("h2", false, "mariadb", true, "sqlite", false);

	/**
	 * SQLite, "Datatypes": any column holds any value, and dates are texts or numbers.
	 */
	private static final Set<String> UNTYPED = Set.of("sqlite");

	Relations read(Connection connection) throws SQLException {
		RelationsReader reader = new RelationsReader();
		try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql())) {
			while (result.next()) {
				reader.add(result);
			}
		}
		boolean typed = !UNTYPED.contains(this.database);
		return reader.relations(DEFINITIONS.get(this.database), typed, !typed || ignoresCase(connection));
	}

	/** SQL Server does by its usual collation, others by a setting. */
	private static boolean ignoresCase(Connection connection) throws SQLException {
		DatabaseMetaData database = connection.getMetaData();
		return database.storesMixedCaseIdentifiers() && !database.supportsMixedCaseIdentifiers();
	}

	String sql() {
		String resource = "catalog/" + this.database + ".sql";
		try (InputStream stream = CatalogQuery.class.getResourceAsStream(resource)) {
			if (stream == null) {
				throw new IllegalStateException("The jar lacks " + resource);
			}
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
