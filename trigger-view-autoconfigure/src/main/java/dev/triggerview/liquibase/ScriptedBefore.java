package dev.triggerview.liquibase;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

import liquibase.change.AbstractSQLChange;
import liquibase.change.Change;
import liquibase.change.core.CreateProcedureChange;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;

/**
 * The changes that a script makes before another; none before one in a rollback block.
 *
 * @param database the database that the script is written for
 * @param changes the changes in order, with all that may create our store
 */
record ScriptedBefore(Database database, List<Change> changes) {

	/**
	 * Look for the changes.
	 * @param change the change
	 * @param wanted tells those that are looked for beside the changes of triggers and
	 * functions
	 */
	static ScriptedBefore of(Change change, Database database, Predicate<Change> wanted) {
		ChangeSet changeSet = change.getChangeSet();
		DatabaseChangeLog changeLog = (changeSet != null) ? changeSet.getChangeLog() : null;
		if (changeSet == null || changeLog == null || !changeSet.getChanges().contains(change)) {
			return new ScriptedBefore(database, List.of());
		}
		Predicate<Change> all = wanted.or(StoredCodeChange.class::isInstance);
		Predicate<ChangeSet> isScripted = LiveDatabase.scripted(database);
		Stream<Change> scripted = changeLog.getRootChangeLog()
			.getChangeSets()
			.stream()
			.takeWhile((each) -> each != changeSet)
			.filter((each) -> each.getChanges().stream().anyMatch(all) && isScripted.test(each))
			.flatMap((each) -> each.getChanges().stream());
		return new ScriptedBefore(database,
				Stream.concat(scripted, changeSet.getChanges().stream().takeWhile((each) -> each != change))
					.filter(all)
					.toList());
	}

	/**
	 * Return the statement that creates a store where the script has none by then. To
	 * find out what a change leaves may ask the database: the last one that leaves a
	 * store is near, as the first change behind those that leave none creates it.
	 * @param stored whether there is one when the script is written
	 */
	List<String> store(boolean stored) {
		for (int i = stored ? -1 : this.changes.size() - 1; i >= 0; i--) {
			if (this.changes.get(i) instanceof StoredCodeChange change && change.isKeptByScript(this.database)) {
				return List.of();
			}
		}
		return stored ? List.of() : List.of(new TriggerNames(this.database).store().create());
	}

	/** Return whether a change is SQL of the changelog. */
	static boolean isSql(Change change) {
		return change instanceof AbstractSQLChange || change instanceof CreateProcedureChange;
	}

	/** Return whether a change is SQL of the changelog that has some words. */
	static boolean mentions(Change change, String... words) {
		String sql = (change instanceof AbstractSQLChange own) ? own.getSql()
				: (change instanceof CreateProcedureChange procedure) ? procedure.getProcedureText() : null;
		String text = String.valueOf(sql).toLowerCase(Locale.ROOT);
		return sql != null && Arrays.stream(words).allMatch((word) -> text.contains(word.toLowerCase(Locale.ROOT)));
	}

}
