package dev.triggerview.liquibase;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;

/** The changes that a script makes before another. */
final class ScriptedBefore {

	private ScriptedBefore() {
	}

	/**
	 * Return those of a kind, in order; none for a change in a rollback block.
	 * @param change the change
	 * @param wanted tells those of the kind
	 */
	static List<Change> of(Change change, Database database, Predicate<Change> wanted) {
		ChangeSet changeSet = change.getChangeSet();
		DatabaseChangeLog changeLog = (changeSet != null) ? changeSet.getChangeLog() : null;
		if (changeSet == null || changeLog == null || !changeSet.getChanges().contains(change)) {
			return List.of();
		}
		Predicate<ChangeSet> isScripted = LiveDatabase.scripted(database);
		Stream<Change> scripted = changeLog.getRootChangeLog()
			.getChangeSets()
			.stream()
			.takeWhile((each) -> each != changeSet)
			.filter((each) -> each.getChanges().stream().anyMatch(wanted) && isScripted.test(each))
			.flatMap((each) -> each.getChanges().stream());
		return Stream.concat(scripted, changeSet.getChanges().stream().takeWhile((each) -> each != change))
			.filter(wanted)
			.toList();
	}

}
