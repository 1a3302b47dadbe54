package dev.triggerview.liquibase;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.triggerview.trigger.RelationName;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import liquibase.exception.UnexpectedLiquibaseException;

/**
 * The names that a table or view has at the changes of a changelog, which may rename it.
 */
final class NamesOfTable {

	private final Change change;

	private final RelationName name;

	private final Database database;

	private final TriggerNames names;

	/** The change, those of triggers, and those that rename tables or views, in order. */
	private final List<Change> changes;

	/** The place of the change in them; negative if it is in a rollback block. */
	private final int place;

	/**
	 * Look for the changes that rename a table or view.
	 * @param change a change
	 * @param name the name in front of that
	 */
	NamesOfTable(Change change, RelationName name, Database database) {
		this.change = change;
		this.name = name;
		this.database = database;
		this.names = new TriggerNames(database);
		this.changes = changes(change);
		this.place = this.changes.indexOf(change);
	}

	private static List<Change> changes(Change change) {
		ChangeSet changeSet = change.getChangeSet();
		DatabaseChangeLog changeLog = (changeSet != null) ? changeSet.getChangeLog() : null;
		return (changeLog == null) ? List.of()
				: changeLog.getRootChangeLog()
					.getChangeSets()
					.stream()
					.flatMap((each) -> each.getChanges().stream())
					.filter((each) -> each == change || each instanceof TriggerChange || Renaming.of(each).isPresent())
					.toList();
	}

	private List<Change> before() {
		List<Change> before = new ArrayList<>(this.changes.subList(0, Math.max(0, this.place)));
		Collections.reverse(before);
		return before;
	}

	private List<Change> since() {
		return (this.place < 0) ? List.of() : this.changes.subList(this.place, this.changes.size());
	}

	/** Return the names in front of the changes of triggers and of the renamings. */
	Map<Change, RelationName> atChanges() {
		Map<Change, RelationName> all = new IdentityHashMap<>();
		RelationName then = this.name;
		for (Change each : since()) {
			all.put(each, then);
			then = forth(each, then);
		}
		then = this.name;
		for (Change each : before()) {
			then = back(each, then);
			all.put(each, then);
		}
		return all;
	}

	/**
	 * Return the name that a table has in the database when a change is made, or when a
	 * script makes or undoes it.
	 * @param change the change
	 * @param name the name in front of that
	 * @throws SQLException if the database cannot be read
	 */
	static RelationName now(Change change, RelationName name, Database database) throws SQLException {
		return LiveDatabase.isLive(database) ? name : new NamesOfTable(change, name, database).now();
	}

	private RelationName now() throws SQLException {
		if (this.place < 0) {
			return this.name;
		}
		return LiveDatabase.isStillToBeMade(this.database, this.change.getChangeSet()) ? beforeScript() : sinceMade();
	}

	private RelationName beforeScript() {
		RelationName now = this.name;
		for (Change each : before()) {
			RelationName former = back(each, now);
			if (!former.equals(now) && LiveDatabase.isStillToBeMade(this.database, each.getChangeSet())) {
				now = former;
			}
		}
		return now;
	}

	/**
	 * Liquibase does not know any more that it made the changes behind this one which the
	 * script undoes, but no table has a name that it gets by one that is still to be
	 * made.
	 */
	private RelationName sinceMade() throws SQLException {
		Set<RelationName> possible = new LinkedHashSet<>(List.of(this.name));
		RelationName then = this.name;
		for (Change each : since()) {
			then = forth(each, then);
			possible.remove(then);
			possible.add(then);
		}
		RelationName now = this.name;
		for (RelationName each : (possible.size() > 1) ? possible : Set.<RelationName>of()) {
			now = LiveDatabase.hasTable(LiveDatabase.connection(this.database), each) ? each : now;
		}
		return now;
	}

	private RelationName forth(Change each, RelationName then) {
		return Renaming.of(each).map((renaming) -> renaming.forth(then, this.names)).orElse(then);
	}

	private RelationName back(Change each, RelationName then) {
		return Renaming.of(each).map((renaming) -> renaming.back(then, this.names)).orElse(then);
	}

}
