package dev.triggerview.liquibase;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.triggerview.trigger.TriggerDialect;
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
 * A table or view that a script drops and creates again, whose triggers have to be known
 * at that moment: they are those that are there when the script is written, unless the
 * script changes them before.
 *
 * @param database the database that the script is written for
 * @param table the table or view
 */
record RebuiltByScript(Database database, String table) {

	/** Refuse a script that changes the triggers before, by a change of any kind. */
	void requireKnownTriggers() {
		require((current, all) -> madeBefore(current, all).filter(this::changesTriggers));
	}

	/**
	 * Refuse a script that changes the triggers before in a way that cannot be followed:
	 * by SQL of the changelog, by undoing a change, or between two replacements of one
	 * change set.
	 */
	void requireFollowedTriggers() {
		require((current, all) -> Stream.concat(madeBefore(current, all).filter(this::mentionsTriggers),
				betweenTwo(current).filter(this::changesTriggers)));
	}

	/**
	 * Refuse a script.
	 * @param made finds what nobody can know among the changes that a script makes
	 */
	private void require(BiFunction<ChangeSet, List<ChangeSet>, Stream<Change>> made) {
		ChangeSet current = Scope.getCurrentScope().get(Scope.Attr.changeSet, ChangeSet.class);
		DatabaseChangeLog changeLog = (current != null) ? current.getChangeLog() : null;
		if (current == null || changeLog == null) {
			return;
		}
		List<ChangeSet> all = changeLog.getRootChangeLog().getChangeSets();
		boolean undone = !LiveDatabase.isStillToBeMade(this.database, current);
		(undone ? undoneBefore(current, all).filter(this::changesTriggers) : made.apply(current, all)).findFirst()
			.ifPresent((change) -> {
				throw new UnexpectedLiquibaseException(
						("%s: which triggers %s has when a script drops it and creates it again, as Liquibase does in"
								+ " change set %s, is not known, because the script %s change set %s before; write one"
								+ " script for each of them")
							.formatted(TriggerDialect.of(this.database.getShortName()).name(), this.table,
									current.toString(false), undone ? "undoes" : "makes",
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

	private Stream<Change> betweenTwo(ChangeSet current) {
		List<Change> changes = current.getChanges();
		List<Integer> rebuilding = IntStream.range(0, changes.size())
			.filter((i) -> rebuilds(changes.get(i)))
			.boxed()
			.toList();
		return rebuilding.isEmpty() ? Stream.of()
				: changes.subList(rebuilding.get(0), rebuilding.get(rebuilding.size() - 1)).stream();
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
		Map<String, Object> parameters = Scope.getCurrentScope()
			.getSingleton(ChangeFactory.class)
			.getParameters(change);
		return !(change instanceof TriggerChange)
				&& (isTable(parameters.get("tableName")) || isTable(parameters.get("viewName")));
	}

	private boolean changesTriggers(Change change) {
		return mentionsTriggers(change) || (change instanceof TriggerChange trigger
				&& trigger.table(this.database).map((name) -> isTable(name.name())).orElse(true));
	}

	private boolean mentionsTriggers(Change change) {
		return ScriptedBefore.mentions(change, "trigger", this.table);
	}

	private boolean isTable(@Nullable Object name) {
		return name != null && this.table.equalsIgnoreCase(name.toString());
	}

}
