package dev.triggerview.benchmarks.migrations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.triggerview.trigger.Trigger;
import dev.triggerview.trigger.TriggerCatalog;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.snapshot.SnapshotControl;
import liquibase.snapshot.SnapshotGeneratorFactory;
import liquibase.structure.DatabaseObject;

/** The ways to read all triggers of a database. */
public enum CatalogReading {

	PLAIN_JDBC("the same rows by plain JDBC") {

		@Override
		List<?> read(Connection connection, int size) throws SQLException {
			String database = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
			try (Statement statement = connection.createStatement();
					ResultSet rows = statement.executeQuery(sql(database))) {
				return rows(rows);
			}
		}

		@Override
		String name(Object row) {
			return (String) ((Object[]) row)[6];
		}

	},

	CATALOG("TriggerCatalog") {

		@Override
		List<?> read(Connection connection, int size) {
			return TriggerCatalog.triggers(connection);
		}

		@Override
		String name(Object row) {
			return ((Trigger) row).name();
		}

	},

	SNAPSHOT("a snapshot of Liquibase") {

		@Override
		List<?> snapshot(Database database, int size) throws LiquibaseException {
			return List.copyOf(SnapshotGeneratorFactory.getInstance()
				.createSnapshot(database.getDefaultSchema(), database,
						new SnapshotControl(database, dev.triggerview.liquibase.Trigger.class))
				.get(dev.triggerview.liquibase.Trigger.class));
		}

	},

	FLOOR("Liquibase's snapshot of as many objects that read nothing") {

		@Override
		List<?> snapshot(Database database, int size) throws LiquibaseException {
			return Nothing.snapshot(database, size);
		}

	};

	private final String label;

	CatalogReading(String label) {
		this.label = label;
	}

	/**
	 * Read the triggers.
	 * @param size how many there are
	 */
	List<?> read(Connection connection, int size) throws SQLException {
		try {
			return snapshot(
					DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection)),
					size);
		}
		catch (LiquibaseException ex) {
			throw new IllegalStateException(ex);
		}
	}

	List<?> snapshot(Database database, int size) throws LiquibaseException {
		throw new UnsupportedOperationException(this + " takes no snapshot");
	}

	String name(Object row) {
		return ((DatabaseObject) row).getName();
	}

	@Override
	public String toString() {
		return this.label;
	}

	private static List<Object[]> rows(ResultSet result) throws SQLException {
		List<Object[]> rows = new ArrayList<>();
		int columns = result.getMetaData().getColumnCount();
		while (result.next()) {
			Object[] row = new Object[columns];
			for (int column = 0; column < columns; column++) {
				row[column] = result.getObject(column + 1);
			}
			rows.add(row);
		}
		return rows;
	}

	/** The library's own query: what is measured is what it makes of the rows. */
	private static String sql(String database) {
		try (InputStream resource = Trigger.class.getResourceAsStream("catalog/" + database + ".sql")) {
			return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
