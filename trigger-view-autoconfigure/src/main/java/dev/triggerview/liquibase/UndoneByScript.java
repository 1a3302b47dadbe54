package dev.triggerview.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.triggerview.trigger.KeptTrigger;
import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.ScriptedTriggers;
import dev.triggerview.trigger.TriggerInventory;
import dev.triggerview.trigger.TriggerStore;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import liquibase.exception.UnexpectedLiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * The triggers beside those that a change is about, at the moment when a script undoes
 * it: it has undone the changes behind this one, and not yet those in front of it.
 */
final class UndoneByScript {

	private final Change change;

	private final Database database;

	private final @Nullable RelationName table;

	private final Map<Change, RelationName> names;

	private final Function<TriggerChange, Optional<List<KeptTrigger>>> former;

	/**
	 * Look for the names that the table has at other changes.
	 * @param change the change
	 * @param table the table in front of it, if that is known
	 * @param former finds what was there before another change
	 */
	UndoneByScript(Change change, @Nullable RelationName table, Database database,
			Function<TriggerChange, Optional<List<KeptTrigger>>> former) {
		this.change = change;
		this.table = table;
		this.database = database;
		this.names = (table != null) ? new NamesOfTable(change, table, database).atChanges() : Map.of();
		this.former = former;
	}

	/**
	 * Return the triggers that only our store has when a script undoes a renaming that
	 * was made.
	 * @param renamed the table or view by the name that it has by then
	 * @throws SQLException if the database or the store cannot be read
	 */
	static List<KeptTrigger> kept(Change renaming, RelationName renamed, Database database) throws SQLException {
		TriggerNames names = new TriggerNames(database);
		TriggerStore store = names.store();
		Connection connection = LiveDatabase.connection(database);
		RelationName table = Renaming.of(renaming).map((each) -> each.back(renamed, names)).orElse(renamed);
		RelationName now = NamesOfTable.now(renaming, table, database);
		return new UndoneByScript(renaming, table, database, (other) -> former(connection, store, other))
			.undone(TriggerInventory.ofTable(connection, store, now).scripted())
			.at(renamed)
			.kept();
	}

	private static Optional<List<KeptTrigger>> former(Connection connection, TriggerStore store, TriggerChange other) {
		try {
			return store.change(connection, other.keyInStore()).former();
		}
		catch (SQLException ex) {
			throw new UnexpectedLiquibaseException(ex);
		}
	}

	/**
	 * Return the triggers.
	 * @param now those that are there when the script is written
	 */
	ScriptedTriggers triggers(TriggerInventory now) {
		ChangeSet changeSet = this.change.getChangeSet();
		return (changeSet != null && LiveDatabase.isStillToBeMade(this.database, changeSet))
				? now.scripted().undone(uncertain(), List.of()) : undone(now.scripted());
	}

	/**
	 * Changes that were made are undone step by step. Liquibase does not know any more
	 * that it made them; one that was not made has nothing to undo.
	 */
	private ScriptedTriggers undone(ScriptedTriggers now) {
		ScriptedTriggers triggers = now;
		List<TriggerChange> after = after();
		for (int i = after.size() - 1; i >= 0; i--) {
			Optional<List<KeptTrigger>> restored = this.former.apply(after.get(i));
			if (restored.isPresent() || after.get(i) instanceof CreateTriggerChange) {
				triggers = undone(triggers, after.get(i), restored.orElse(List.of()));
			}
		}
		return (this.table != null) ? triggers.at(this.table) : triggers;
	}

	/** What a change has kept belongs to the table by the name that it had then. */
	private ScriptedTriggers undone(ScriptedTriggers triggers, TriggerChange other, List<KeptTrigger> restored) {
		Set<String> gone = other.touched(this.database);
		RelationName then = this.names.get(other);
		return (then == null) ? triggers.undone(gone, restored) : triggers.at(then)
			.undone(gone, restored.stream().filter((trigger) -> trigger.table().isSame(then)).toList());
	}

	/**
	 * What is there now comes back with the first change undone that has to do with it,
	 * unless that has created it or given it its name: then one in front of it has.
	 */
	private Set<String> uncertain() {
		Set<String> uncertain = touched(beside(changes().takeWhile((each) -> each != this.change))
			.filter((each) -> !each.isMade(this.database)));
		List<TriggerChange> after = new ArrayList<>(after());
		Collections.reverse(after);
		for (TriggerChange other : after) {
			uncertain.removeAll(other.touched(this.database));
			uncertain.addAll(made(other));
		}
		return uncertain;
	}

	/** The names of triggers that are not there when a change is undone. */
	private Set<String> made(TriggerChange other) {
		if (other instanceof RenameTriggerChange renaming) {
			return renaming.newNames(this.database);
		}
		return (other instanceof CreateTriggerChange creation && !creation.replaces()) ? creation.touched(this.database)
				: Set.of();
	}

	private Set<String> touched(Stream<TriggerChange> changes) {
		return changes.map((each) -> each.touched(this.database))
			.flatMap(Collection::stream)
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private List<TriggerChange> after() {
		return beside(changes().dropWhile((each) -> each != this.change).skip(1)).toList();
	}

	private Stream<Change> changes() {
		ChangeSet changeSet = this.change.getChangeSet();
		DatabaseChangeLog changeLog = (changeSet != null) ? changeSet.getChangeLog() : null;
		return (changeLog == null) ? Stream.of()
				: changeLog.getRootChangeLog().getChangeSets().stream().flatMap((each) -> each.getChanges().stream());
	}

	/** The changes of triggers that may be beside those of the change, in order. */
	private Stream<TriggerChange> beside(Stream<Change> changes) {
		return changes.filter(TriggerChange.class::isInstance).map(TriggerChange.class::cast).filter(this::isBeside);
	}

	/** To find out how the catalog has a name is slow. */
	private boolean isBeside(TriggerChange other) {
		RelationName then = this.names.get(other);
		if (then == null || other.getTableName() == null) {
			return true;
		}
		return TriggerNames.mayBe(then.name(), other.getTableName())
				&& other.table(this.database).filter(then::equals).isPresent();
	}

}
