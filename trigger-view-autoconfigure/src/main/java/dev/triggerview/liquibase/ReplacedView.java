package dev.triggerview.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.TriggerInventory;
import dev.triggerview.trigger.TriggerStore;
import liquibase.Scope;
import liquibase.change.core.CreateViewChange;
import liquibase.changelog.ChangeSet;
import liquibase.database.AbstractJdbcDatabase;
import liquibase.database.Database;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.sql.Sql;
import liquibase.sql.UnparsedSql;
import org.jspecify.annotations.Nullable;

/**
 * A view that Liquibase replaces by dropping it and creating it again, which takes its
 * triggers along: with one statement on HSQLDB, with two on SQLite.
 *
 * @param database the database
 * @param view the view
 */
record ReplacedView(Database database, RelationName view) {

	private static final String KEY = "trigger-view.replaced.";

	static ReplacedView of(Database database, @Nullable String catalog, @Nullable String schema, String name) {
		return new ReplacedView(database, new TriggerNames(database).relation(catalog, schema, name));
	}

	/**
	 * Return whether the change set is about to create the view again, and remember its
	 * triggers then.
	 */
	boolean dropped() {
		ChangeSet changeSet = changeSet();
		if (changeSet == null || !LiveDatabase.isLive(this.database) || !replaces(changeSet)) {
			return false;
		}
		((AbstractJdbcDatabase) this.database).set(key(changeSet), recreate(List.of()).toArray(String[]::new));
		return true;
	}

	/** Return a creation with the triggers that it lacks. */
	Sql[] created(Sql[] creation) {
		if (!LiveDatabase.isLive(this.database)) {
			return creation;
		}
		if (Arrays.stream(creation).anyMatch((sql) -> sql.toSql().toUpperCase(Locale.ROOT).startsWith("DROP "))) {
			return sql(recreate(Arrays.stream(creation).map(Sql::toSql).toList()).stream());
		}
		return Stream.concat(Arrays.stream(creation), Arrays.stream(sql(Arrays.stream(remembered()))))
			.toArray(Sql[]::new);
	}

	private List<String> recreate(List<String> statements) {
		Connection connection = LiveDatabase.connection(this.database);
		TriggerStore store = new TriggerNames(this.database).store();
		try {
			return TriggerInventory.ofTable(connection, store, this.view)
				.recreate(statements, store.exists(connection));
		}
		catch (SQLException ex) {
			throw new UnexpectedLiquibaseException(
					"The triggers of view " + this.view
							+ " cannot be read, which Liquibase is about to drop and create again: " + ex.getMessage(),
					ex);
		}
	}

	private String[] remembered() {
		ChangeSet changeSet = changeSet();
		return (changeSet != null
				&& ((AbstractJdbcDatabase) this.database).get(key(changeSet)) instanceof String[] triggers) ? triggers
						: new String[0];
	}

	private String key(ChangeSet changeSet) {
		return KEY + this.view + " " + changeSet;
	}

	private boolean replaces(ChangeSet changeSet) {
		TriggerNames names = new TriggerNames(this.database);
		return Stream.concat(changeSet.getChanges().stream(), changeSet.getRollback().getChanges().stream())
			.anyMatch((change) -> change instanceof CreateViewChange create
					&& Boolean.TRUE.equals(create.getReplaceIfExists())
					&& names.object(create.getViewName()).equals(this.view.name()));
	}

	private static @Nullable ChangeSet changeSet() {
		return Scope.getCurrentScope().get(Scope.Attr.changeSet, ChangeSet.class);
	}

	private static Sql[] sql(Stream<String> statements) {
		return statements.map(UnparsedSql::new).toArray(Sql[]::new);
	}

}
