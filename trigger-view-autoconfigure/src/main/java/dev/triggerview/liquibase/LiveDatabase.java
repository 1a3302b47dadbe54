package dev.triggerview.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.triggerview.trigger.RelationName;
import liquibase.Scope;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.RanChangeSet;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.executor.Executor;
import liquibase.executor.ExecutorService;
import liquibase.executor.LoggingExecutor;

/**
 * The database that a change runs in, in contrast to one that a script is written for.
 */
final class LiveDatabase {

	private LiveDatabase() {
	}

	/**
	 * Return whether the database may be read, for a script or not: it is not offline.
	 */
	static boolean isConnected(Database database) {
		return database.getConnection() instanceof JdbcConnection;
	}

	/** Return whether changes are made in the database: no script is written. */
	static boolean isLive(Database database) {
		if (!isConnected(database)) {
			return false;
		}
		Executor executor = Scope.getCurrentScope().getSingleton(ExecutorService.class).getExecutor("jdbc", database);
		return !(executor instanceof LoggingExecutor);
	}

	/**
	 * Return whether a database that can be asked has not made a change set yet; what a
	 * script makes is still to be made.
	 */
	static boolean isStillToBeMade(Database database, ChangeSet changeSet) {
		try {
			RanChangeSet made = database.getRanChangeSet(changeSet);
			return made == null || (isNoted(made) && !isLive(database));
		}
		catch (LiquibaseException ex) {
			throw new UnexpectedLiquibaseException(ex);
		}
	}

	/** Return whether the script that is written has a change set already. */
	static boolean isScripted(Database database, ChangeSet changeSet) {
		return scripted(database).test(changeSet);
	}

	/**
	 * Return what tells the change sets that the script has already, for many of them.
	 */
	static Predicate<ChangeSet> scripted(Database database) {
		try {
			return among(database.getRanChangeSetList()
				.stream()
				.filter((each) -> isNoted(each) && isRun(each.getExecType())));
		}
		catch (LiquibaseException ex) {
			throw new UnexpectedLiquibaseException(ex);
		}
	}

	/** Return what tells the change sets that are among those that were made. */
	static Predicate<ChangeSet> among(Stream<RanChangeSet> made) {
		Map<String, List<RanChangeSet>> byId = made.collect(Collectors.groupingBy(RanChangeSet::getId));
		return (changeSet) -> byId.getOrDefault(changeSet.getId(), List.of())
			.stream()
			.anyMatch((each) -> isSame(each, changeSet));
	}

	/** Liquibase reads its configuration for each comparison of paths. */
	private static boolean isSame(RanChangeSet made, ChangeSet changeSet) {
		boolean equal = changeSet.getFilePath().equals(made.getChangeLog())
				&& changeSet.getAuthor().equals(made.getAuthor());
		return equal || made.isSameAs(changeSet);
	}

	/** A change set that a precondition has only marked counts as run for Liquibase. */
	private static boolean isRun(ChangeSet.ExecType type) {
		return type.ran && type != ChangeSet.ExecType.MARK_RAN;
	}

	/** Liquibase notes what it makes, and reads the order from the database only. */
	private static boolean isNoted(RanChangeSet made) {
		return made.getOrderExecuted() == null;
	}

	/** Return the connection to a database that is not offline. */
	static Connection connection(Database database) {
		return ((JdbcConnection) database.getConnection()).getUnderlyingConnection();
	}

	/** Return whether there is a table or view, in whatever case its name is. */
	static boolean hasTable(Connection connection, RelationName table) throws SQLException {
		try (var found = connection.getMetaData().getTables(table.catalog(), table.schema(), table.name(), null)) {
			boolean exists = false;
			while (found.next()) {
				exists |= table.name().equalsIgnoreCase(found.getString("TABLE_NAME"))
						&& (table.schema() == null || table.schema().equals(found.getString("TABLE_SCHEM")));
			}
			return exists;
		}
	}

	/** Return a statement that writes nothing, and waits for others that write. */
	static String nothingWritten(Database database) {
		String table = database.escapeTableName(database.getLiquibaseCatalogName(), database.getLiquibaseSchemaName(),
				database.getDatabaseChangeLogLockTableName());
		return "UPDATE " + table + " SET ID = ID WHERE 1 = 0";
	}

}
