package dev.triggerview.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.ScriptedTriggers;
import dev.triggerview.trigger.TriggerDialect;
import dev.triggerview.trigger.TriggerInventory;
import dev.triggerview.trigger.TriggerStore;
import liquibase.Scope;
import liquibase.change.Change;
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
		if (changeSet == null || !LiveDatabase.isConnected(this.database) || replacing(changeSet).isEmpty()) {
			return false;
		}
		((AbstractJdbcDatabase) this.database).set(key(changeSet), recreate(List.of()).toArray(String[]::new));
		return true;
	}

	/** Return a creation with the triggers that it lacks. */
	Sql[] created(Sql[] creation) {
		if (!LiveDatabase.isConnected(this.database)) {
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
			if (LiveDatabase.isLive(this.database)) {
				return TriggerInventory.ofTable(connection, store, this.view)
					.recreate(statements, store.exists(connection));
			}
			return Stream.concat(statements.stream(), scripted(connection, store).stream()).toList();
		}
		catch (SQLException ex) {
			throw new UnexpectedLiquibaseException(
					"The triggers of view " + this.view
							+ " cannot be read, which Liquibase is about to drop and create again: " + ex.getMessage(),
					ex);
		}
	}

	/**
	 * Return what a script creates, as its client needs it. The store keeps nothing
	 * meanwhile: who runs a script has in it what a crash would lose.
	 */
	private List<String> scripted(Connection connection, TriggerStore store) throws SQLException {
		ChangeSet changeSet = changeSet();
		Change replacing = (changeSet != null) ? replacing(changeSet).orElse(null) : null;
		if (changeSet == null || replacing == null) {
			return List.of();
		}
		new RebuiltByScript(this.database, this.view.name()).requireFollowedTriggers();
		RelationName now = NamesOfTable.now(replacing, this.view, this.database);
		TriggerInventory triggers = TriggerInventory.ofTable(connection, store, now).renamed(now, this.view);
		ScriptedTriggers then = LiveDatabase.isStillToBeMade(this.database, changeSet)
				? new MadeByScript(replacing, this.database, this.view).triggers(triggers) : triggers.scripted();
		return then.recreate().stream().map(TriggerDialect.of(this.database.getShortName())::scripted).toList();
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

	/** The first change that replaces the view, which may be one of a rollback block. */
	private Optional<Change> replacing(ChangeSet changeSet) {
		TriggerNames names = new TriggerNames(this.database);
		return Stream.concat(changeSet.getChanges().stream(), changeSet.getRollback().getChanges().stream())
			.filter((change) -> change instanceof CreateViewChange create
					&& Boolean.TRUE.equals(create.getReplaceIfExists())
					&& names.object(create.getViewName()).equals(this.view.name()))
			.findFirst();
	}

	private static @Nullable ChangeSet changeSet() {
		return Scope.getCurrentScope().get(Scope.Attr.changeSet, ChangeSet.class);
	}

	private static Sql[] sql(Stream<String> statements) {
		return statements.map(UnparsedSql::new).toArray(Sql[]::new);
	}

}
