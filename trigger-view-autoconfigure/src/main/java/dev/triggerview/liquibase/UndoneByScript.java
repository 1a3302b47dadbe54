package dev.triggerview.liquibase;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.triggerview.trigger.KeptTrigger;
import dev.triggerview.trigger.ScriptedTriggers;
import dev.triggerview.trigger.TriggerInventory;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;

/**
 * The triggers beside those that a change is about, at the moment when a script undoes
 * it: it has undone the changes behind this one, and not yet those in front of it.
 *
 * @param change the change
 * @param database the database that the script is written for
 * @param former finds what was there before another change
 */
record UndoneByScript(TriggerChange change, Database database,
		Function<TriggerChange, Optional<List<KeptTrigger>>> former) {

	/**
	 * Return the triggers.
	 * @param now those that are there when the script is written
	 */
	ScriptedTriggers triggers(TriggerInventory now) {
		List<TriggerChange> all = beside();
		List<TriggerChange> before = all.stream().takeWhile((each) -> each != this.change).toList();
		List<TriggerChange> after = all.stream().skip(before.size() + 1L).toList();
		return this.change.isMade(this.database) ? undone(now.scripted(), after)
				: now.scripted().undone(uncertain(before, after), List.of());
	}

	/**
	 * Changes that were made are undone step by step. Liquibase does not know any more
	 * that it made them; one that was not made has nothing to undo.
	 */
	private ScriptedTriggers undone(ScriptedTriggers now, List<TriggerChange> after) {
		ScriptedTriggers triggers = now;
		for (int i = after.size() - 1; i >= 0; i--) {
			Optional<List<KeptTrigger>> restored = this.former.apply(after.get(i));
			if (restored.isPresent() || after.get(i) instanceof CreateTriggerChange) {
				triggers = triggers.undone(after.get(i).touched(this.database), restored.orElse(List.of()));
			}
		}
		return triggers;
	}

	/**
	 * What is there now comes back with the first change undone that has to do with it.
	 */
	private Set<String> uncertain(List<TriggerChange> before, List<TriggerChange> after) {
		Set<String> uncertain = touched(before.stream().filter((each) -> !each.isMade(this.database)).toList());
		uncertain.removeAll(touched(after));
		return uncertain;
	}

	private Set<String> touched(List<TriggerChange> changes) {
		return changes.stream()
			.map((each) -> each.touched(this.database))
			.flatMap(Collection::stream)
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/** The changes of triggers that may be beside those of the change, in order. */
	private List<TriggerChange> beside() {
		ChangeSet changeSet = this.change.getChangeSet();
		DatabaseChangeLog changeLog = (changeSet != null) ? changeSet.getChangeLog() : null;
		return (changeLog == null) ? List.of()
				: changeLog.getRootChangeLog()
					.getChangeSets()
					.stream()
					.flatMap((each) -> each.getChanges().stream())
					.filter(TriggerChange.class::isInstance)
					.map(TriggerChange.class::cast)
					.filter(this::isBeside)
					.toList();
	}

	/** To find out how the catalog has a name is slow. */
	private boolean isBeside(TriggerChange other) {
		String own = this.change.getTableName();
		if (own != null && other.getTableName() != null && !own.equalsIgnoreCase(other.getTableName())) {
			return false;
		}
		Optional<?> table = this.change.table(this.database);
		Optional<?> others = other.table(this.database);
		return table.isEmpty() || others.isEmpty() || table.equals(others);
	}

}
