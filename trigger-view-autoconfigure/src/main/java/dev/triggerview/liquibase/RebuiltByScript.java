package dev.triggerview.liquibase;

import java.util.List;
import java.util.stream.Stream;

import liquibase.Scope;
import liquibase.change.Change;
import liquibase.change.ChangeFactory;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.RanChangeSet;
import liquibase.changelog.StandardChangeLogHistoryService;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;
import liquibase.exception.UnexpectedLiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * A table of SQLite that a script drops and creates again. Its triggers are those that
 * are there when the script is written, so that the script must not change them before.
 *
 * @param database the database that the script is written for
 * @param table the table
 */
record RebuiltByScript(Database database, String table) {

	void requireKnownTriggers() {
		ChangeSet current = Scope.getCurrentScope().get(Scope.Attr.changeSet, ChangeSet.class);
		DatabaseChangeLog changeLog = (current != null) ? current.getChangeLog() : null;
		if (current == null || changeLog == null) {
			return;
		}
		List<ChangeSet> all = changeLog.getRootChangeLog().getChangeSets();
		boolean undone = !LiveDatabase.isStillToBeMade(this.database, current);
		(undone ? undoneBefore(current, all) : madeBefore(current, all)).filter(this::changesTriggers)
			.findFirst()
			.ifPresent((change) -> {
				throw new UnexpectedLiquibaseException(
						("SQLite: which triggers table %s has when a script drops it and creates it again, as Liquibase"
								+ " does in change set %s, is not known, because the script %s change set %s before;"
								+ " write one script for each of them")
							.formatted(this.table, current.toString(false), undone ? "undoes" : "makes",
									change.getChangeSet().toString(false)));
			});
	}

	private Stream<Change> madeBefore(ChangeSet current, List<ChangeSet> all) {
		Stream<Change> before = all.stream()
			.takeWhile((each) -> each != current)
			.filter(LiveDatabase.scripted(this.database))
			.flatMap((each) -> each.getChanges().stream());
		return Stream.concat(before, current.getChanges().stream().takeWhile((each) -> !rebuilds(each)));
	}

	/** Liquibase does not know any more that it made what it has undone. */
	private Stream<Change> undoneBefore(ChangeSet current, List<ChangeSet> all) {
		Stream<Change> after = all.stream()
			.skip(all.indexOf(current) + 1L)
			.filter(LiveDatabase.among(made().stream()))
			.flatMap((each) -> each.getChanges().stream());
		return Stream.concat(current.getChanges().stream().dropWhile((each) -> !rebuilds(each)), after);
	}

	private List<RanChangeSet> made() {
		StandardChangeLogHistoryService history = new StandardChangeLogHistoryService();
		history.setDatabase(this.database);
		try {
			return history.getRanChangeSets();
		}
		catch (LiquibaseException ex) {
			throw new UnexpectedLiquibaseException(ex);
		}
	}

	private boolean rebuilds(Change change) {
		return !(change instanceof TriggerChange) && isTable(
				Scope.getCurrentScope().getSingleton(ChangeFactory.class).getParameters(change).get("tableName"));
	}

	private boolean changesTriggers(Change change) {
		return ScriptedBefore.mentions(change, "trigger", this.table) || (change instanceof TriggerChange trigger
				&& trigger.table(this.database).map((name) -> isTable(name.name())).orElse(true));
	}

	private boolean isTable(@Nullable Object name) {
		return name != null && this.table.equalsIgnoreCase(name.toString());
	}

}
