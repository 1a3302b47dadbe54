package dev.triggerview.liquibase;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import liquibase.database.AbstractJdbcDatabase;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.sql.Sql;
import liquibase.sql.UnparsedSql;
import liquibase.statement.core.DropTableStatement;
import liquibase.statement.core.RenameTableStatement;
import org.jspecify.annotations.Nullable;

/**
 * The way in which Liquibase adds or drops a column on SQLite ({@code SQLiteDatabase}):
 * it renames the table, creates it anew, copies the rows and drops the old one. That
 * drops the triggers of the table, too, and the renaming leads those of other tables, and
 * views, to the old one.
 *
 * @param database the database
 * @param table the table
 */
record SqliteRebuild(Database database, String table) {

	private static final String SUFFIX = "_temporary";

	private static final String KEY = "trigger-view.rebuilt.";

	private static final String LEGACY_ON = "PRAGMA legacy_alter_table = ON";

	private static final String LEGACY_OFF = "PRAGMA legacy_alter_table = OFF";

	private static final String TRIGGERS = "SELECT sql FROM sqlite_master WHERE type = 'trigger'"
			+ " AND tbl_name = ? COLLATE NOCASE ORDER BY rowid";

	private static final String TABLES = "SELECT sql FROM sqlite_master WHERE type = 'table'"
			+ " AND name = ? COLLATE NOCASE";

	/** Liquibase has changes of its own on SQLite: it is not the database's way. */
	static boolean isUsedOn(Database database) {
		return database instanceof SQLiteDatabase;
	}

	static boolean begins(Database database, RenameTableStatement renaming) {
		return isUsedOn(database) && renaming.getNewTableName().equals(renaming.getOldTableName() + SUFFIX);
	}

	static boolean ends(DropTableStatement drop) {
		return drop.getTableName().endsWith(SUFFIX);
	}

	static SqliteRebuild endedBy(Database database, DropTableStatement drop) {
		String old = drop.getTableName();
		return new SqliteRebuild(database, old.substring(0, old.length() - SUFFIX.length()));
	}

	/**
	 * Remember the triggers, and rename as versions before 3.25 did, without a look at
	 * what reads the table. Liquibase asks for all statements before it runs the first.
	 * What would make the renaming fail has to fail before, because nothing would reset
	 * the setting: the lock for writing is taken first, and kept where each statement is
	 * a transaction of its own ({@code runInTransaction="false"}).
	 */
	Sql[] renaming(Sql[] renaming) {
		remember(texts(TRIGGERS, this.table));
		boolean always = texts("PRAGMA legacy_alter_table").contains("1");
		boolean running = LiveDatabase.isLive(this.database);
		if (!running && connection() != null) {
			new RebuiltByScript(this.database, this.table).requireKnownTriggers();
		}
		if (always || (running && !isPossible())) {
			return renaming;
		}
		if (running && isAutoCommit()) {
			return statements(Stream.of("BEGIN IMMEDIATE", LEGACY_ON), renaming, LEGACY_OFF, "COMMIT");
		}
		return statements(Stream.concat(running ? Stream.of(LiveDatabase.nothingWritten(this.database)) : Stream.of(),
				Stream.of(LEGACY_ON)), renaming, LEGACY_OFF);
	}

	private boolean isAutoCommit() {
		try {
			return LiveDatabase.connection(this.database).getAutoCommit();
		}
		catch (SQLException ex) {
			throw new UnexpectedLiquibaseException(ex);
		}
	}

	private boolean isPossible() {
		return !texts(TABLES, this.table).isEmpty() && texts(TABLES, this.table + SUFFIX).isEmpty();
	}

	/**
	 * Create the triggers again, unless the table is not there and nothing was rebuilt.
	 */
	Sql[] drop(Sql[] drop) {
		boolean rebuilt = !texts(TABLES, this.table).isEmpty();
		return rebuilt ? statements(Stream.of(), drop, remembered()) : drop;
	}

	private static Sql[] statements(Stream<String> before, Sql[] statements, String... after) {
		return Stream
			.of(before.map(SqliteRebuild::sql), Arrays.stream(statements), Arrays.stream(after).map(SqliteRebuild::sql))
			.flatMap((part) -> part)
			.toArray(Sql[]::new);
	}

	private static Sql sql(String sql) {
		return new UnparsedSql(sql);
	}

	private void remember(List<String> triggers) {
		((AbstractJdbcDatabase) this.database).set(key(), triggers.toArray(String[]::new));
	}

	private String[] remembered() {
		return (((AbstractJdbcDatabase) this.database).get(key()) instanceof String[] triggers) ? triggers
				: new String[0];
	}

	private String key() {
		return KEY + this.table.toLowerCase(Locale.ROOT);
	}

	private List<String> texts(String query, String... parameters) {
		Connection connection = connection();
		if (connection == null) {
			return List.of();
		}
		List<String> texts = new ArrayList<>();
		try (PreparedStatement statement = connection.prepareStatement(query)) {
			for (int position = 0; position < parameters.length; position++) {
				statement.setString(position + 1, parameters[position]);
			}
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					texts.add(rows.getString(1));
				}
			}
		}
		catch (SQLException ex) {
			throw new UnexpectedLiquibaseException(
					"SQLite: the triggers of table " + this.table
							+ " cannot be read, which Liquibase is about to drop and create again: " + ex.getMessage(),
					ex);
		}
		return texts;
	}

	private @Nullable Connection connection() {
		return (this.database.getConnection() instanceof JdbcConnection connection)
				? connection.getUnderlyingConnection() : null;
	}

}
