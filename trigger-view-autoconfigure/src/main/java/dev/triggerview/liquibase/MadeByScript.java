package dev.triggerview.liquibase;

import java.sql.SQLException;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.triggerview.trigger.KeptTrigger;
import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.ScriptedTriggers;
import dev.triggerview.trigger.TriggerDialect;
import dev.triggerview.trigger.TriggerInventory;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.change.core.DropTableChange;
import liquibase.change.core.DropViewChange;
import liquibase.change.core.RenameColumnChange;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import org.jspecify.annotations.Nullable;

/**
 * The triggers at the moment when a script makes a change: those that are there when it
 * is written, as the changes leave them that the script makes before.
 */
final class MadeByScript {

	private final Database database;

	private final @Nullable RelationName table;

	/** Those that have to do with the triggers of the table, in order. */
	private final List<Change> before;

	/** Those for all tables. */
	private final ScriptedBefore all;

	/**
	 * Look for the changes that a script makes before another.
	 * @param change the change
	 * @param table the table of it, if that is known
	 */
	MadeByScript(Change change, Database database, @Nullable RelationName table) {
		this.database = database;
		this.table = table;
		this.all = ScriptedBefore.of(change, database, MadeByScript::isPossible);
		this.before = (table != null) ? of(table) : this.all.changes();
	}

	private static boolean isPossible(Change change) {
		return ScriptedBefore.isSql(change) || dropped(change) != null || Renaming.of(change).isPresent()
				|| change instanceof RenameColumnChange;
	}

	/** Those of a table, which may have had another name before. */
	private List<Change> of(RelationName last) {
		TriggerNames names = new TriggerNames(this.database);
		LinkedList<Change> own = new LinkedList<>();
		RelationName name = last;
		for (int i = this.all.changes().size() - 1; i >= 0; i--) {
			Change change = this.all.changes().get(i);
			Optional<Renaming> renaming = Renaming.of(change);
			if (renaming.isPresent()) {
				name = renaming.get().back(name, names);
			}
			else if (isOf(name, change)) {
				own.addFirst(change);
			}
		}
		return own;
	}

	private boolean isOf(RelationName name, Change change) {
		if (change instanceof TriggerChange trigger) {
			return isSame(name, trigger.getTableName()) && trigger.table(this.database).map(name::equals).orElse(true);
		}
		return ScriptedBefore.isSql(change) || (dropped(change) != null && isSame(name, dropped(change)));
	}

	private static @Nullable String dropped(Change change) {
		if (change instanceof DropViewChange view) {
			return view.getViewName();
		}
		return (change instanceof DropTableChange table) ? table.getTableName() : null;
	}

	private static boolean isSame(RelationName own, @Nullable String name) {
		return name == null || TriggerNames.mayBe(own.name(), name);
	}

	/**
	 * Return the triggers.
	 * @param now those that are there when the script is written
	 */
	ScriptedTriggers triggers(TriggerInventory now) {
		ScriptedTriggers triggers = now.scripted();
		for (Change change : this.before) {
			if (change instanceof TriggerChange trigger) {
				triggers = trigger.made(at(triggers, trigger.table(this.database).orElse(null)), this.database);
			}
			else if (this.table == null) {
				triggers = ofAnyTable(triggers, change);
			}
			else if (dropped(change) != null) {
				triggers = triggers.dropped();
			}
		}
		return at(triggers, this.table);
	}

	/** Triggers that are found by their names alone are those of several tables. */
	private ScriptedTriggers ofAnyTable(ScriptedTriggers triggers, Change change) {
		TriggerNames names = new TriggerNames(this.database);
		Optional<Renaming> renaming = Renaming.of(change);
		if (renaming.isPresent()) {
			RelationName renamed = names.relation(renaming.get().catalogName(), renaming.get().schemaName(),
					renaming.get().newName());
			return triggers.led(renaming.get().back(renamed, names), renamed);
		}
		if (change instanceof DropTableChange drop) {
			return triggers.dropped(names.relation(drop.getCatalogName(), drop.getSchemaName(), drop.getTableName()));
		}
		return (change instanceof DropViewChange drop)
				? triggers.dropped(names.relation(drop.getCatalogName(), drop.getSchemaName(), drop.getViewName()))
				: triggers;
	}

	/**
	 * Return the names under which triggers have to be looked for that the script may
	 * rename; none if those of the table are known.
	 */
	Set<String> renamed() {
		return (this.table != null) ? Set.of()
				: this.before.stream()
					.filter(TriggerChange.class::isInstance)
					.flatMap((change) -> ((TriggerChange) change).touched(this.database).stream())
					.collect(Collectors.toSet());
	}

	private ScriptedTriggers at(ScriptedTriggers triggers, @Nullable RelationName relation) {
		return (this.table != null && relation != null) ? triggers.at(relation) : triggers;
	}

	/**
	 * Return the triggers of a table or view that only our store has when a script drops
	 * it or gives it another name; empty if it does neither.
	 * @param isMade whether it does so by a change
	 * @throws SQLException if the database or the store cannot be read
	 */
	static Optional<List<KeptTrigger>> kept(Database database, RelationName relation, Predicate<Change> isMade)
			throws SQLException {
		DatabaseChangeLog changeLog = Scope.getCurrentScope()
			.get(Scope.Attr.databaseChangeLog, DatabaseChangeLog.class);
		List<ChangeSet> changeSets = (changeLog != null) ? changeLog.getRootChangeLog().getChangeSets() : List.of();
		Optional<Change> made = changeSets.stream()
			.flatMap((changeSet) -> changeSet.getChanges().stream())
			.filter(isMade)
			.filter((change) -> LiveDatabase.isStillToBeMade(database, change.getChangeSet())
					&& !LiveDatabase.isScripted(database, change.getChangeSet()))
			.findFirst();
		return made.isEmpty() ? Optional.empty() : Optional.of(kept(database, relation, made.get()));
	}

	private static List<KeptTrigger> kept(Database database, RelationName relation, Change change) throws SQLException {
		TriggerNames names = new TriggerNames(database);
		RelationName now = NamesOfTable.now(change, relation, database);
		return new MadeByScript(change, database, relation)
			.triggers(TriggerInventory.ofTable(LiveDatabase.connection(database), names.store(), now)
				.renamed(now, relation))
			.kept();
	}

	/** Return the statement that creates a store where the script has none by then. */
	List<String> store(boolean stored) {
		return this.all.store(stored);
	}

	/**
	 * Return the change set whose own SQL may have to do with a trigger, if there is one.
	 */
	Optional<ChangeSet> unknown(String trigger) {
		return this.before.stream()
			.filter((change) -> ScriptedBefore.mentions(change, "trigger", trigger))
			.map(Change::getChangeSet)
			.findFirst();
	}

	/**
	 * Return the change set whose renaming the database writes into triggers of any
	 * table, if there is one.
	 */
	Optional<ChangeSet> rewriting(List<KeptTrigger> triggers) {
		if (!TriggerDialect.of(this.database.getShortName()).rewritesRenamed()) {
			return Optional.empty();
		}
		return this.all.changes()
			.stream()
			.filter((change) -> triggers.stream()
				.anyMatch((trigger) -> hasWord(trigger.trigger().definition(), formerName(change))))
			.map(Change::getChangeSet)
			.findFirst();
	}

	private static @Nullable String formerName(Change change) {
		if (change instanceof RenameColumnChange column) {
			return column.getOldColumnName();
		}
		return Renaming.of(change).map(Renaming::oldName).orElse(null);
	}

	private static boolean hasWord(String text, @Nullable String word) {
		return word != null && Pattern.compile("(?i)(?<!\\w)" + Pattern.quote(word) + "(?!\\w)").matcher(text).find();
	}

}
