package dev.triggerview.liquibase;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.TriggerDefinition;
import dev.triggerview.trigger.TriggerDialect;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;

/**
 * What the changelog declares before a change. Where a trigger has one event only, one
 * that was declared for several is several triggers; the changelog tells which of them
 * are ours, also without a connection, so that a stranger's trigger with a similar name
 * is never dropped.
 */
final class DeclaredBefore {

	private final TriggerNames names;

	private final Database database;

	/** Those that have to do with triggers, in order. */
	private final List<Change> changes;

	DeclaredBefore(StoredCodeChange change, Database database) {
		this.names = change.names(database);
		this.database = database;
		this.changes = changesBefore(change);
	}

	private static List<Change> changesBefore(StoredCodeChange change) {
		List<Change> changes = new ArrayList<>();
		ChangeSet changeSet = change.getChangeSet();
		DatabaseChangeLog changeLog = (changeSet != null) ? changeSet.getChangeLog() : null;
		if (changeLog == null) {
			return changes;
		}
		for (ChangeSet before : changeLog.getRootChangeLog().getChangeSets()) {
			for (Change each : before.getChanges()) {
				if (each == change) {
					return changes;
				}
				if (each instanceof CreateTriggerChange || each instanceof RenameTriggerChange
						|| Renaming.of(each).isPresent()) {
					changes.add(each);
				}
			}
		}
		return changes;
	}

	/**
	 * Return the names of a trigger and of all triggers that stood for it, in the order
	 * of their declaration.
	 * @param trigger the name
	 * @param table the table, or any object of its schema if the table is not known
	 * @param tableKnown whether it is the table
	 */
	Set<String> names(String trigger, RelationName table, boolean tableKnown) {
		Map<String, Set<String>> names = new HashMap<>();
		Set<String> formerNames = withFormerNames(trigger);
		formerNames.forEach((name) -> names.put(name, new LinkedHashSet<>(List.of(name))));
		declare(names, formerNames, isOn(table, tableKnown), (before, parts) -> {
			before.addAll(parts);
			return before;
		});
		return Objects.requireNonNull(names.get(trigger));
	}

	/**
	 * Go through what declares and renames a trigger, in order.
	 * @param parts what stands for it under each of its names
	 * @param again makes one of what stood for a name before and what does since
	 */
	private void declare(Map<String, Set<String>> parts, Set<String> formerNames,
			Predicate<TriggerDefinition> isOnTable, BinaryOperator<Set<String>> again) {
		TriggerDialect dialect = TriggerDialect.of(this.database.getShortName());
		for (Change each : this.changes) {
			if (each instanceof CreateTriggerChange creation) {
				declaration(creation, formerNames).filter(isOnTable)
					.ifPresent((declared) -> parts.merge(declared.name(),
							new LinkedHashSet<>(dialect.triggerNames(declared)), again));
			}
			else if (each instanceof RenameTriggerChange renaming && renaming.leadsTo(formerNames, this.database)) {
				parts.merge(renaming.newName(this.database),
						parts.getOrDefault(renaming.oldName(this.database), Set.of())
							.stream()
							.map((name) -> renaming.renamed(this.database, name))
							.collect(Collectors.toCollection(LinkedHashSet::new)),
						again);
			}
		}
	}

	/**
	 * Return the names of the triggers that stand for a declaration, now or before it.
	 */
	Set<String> names(TriggerDefinition declared) {
		Set<String> names = names(declared.name(), declared.table(), true);
		names.addAll(TriggerDialect.of(this.database.getShortName()).triggerNames(declared));
		return names;
	}

	/**
	 * Return the triggers that stand for a declared one of a table; none if none is
	 * declared.
	 */
	Set<String> parts(String trigger, RelationName table) {
		Map<String, Set<String>> parts = new HashMap<>();
		declare(parts, withFormerNames(trigger), isOn(table, true), (before, since) -> since);
		return parts.getOrDefault(trigger, Set.of());
	}

	/** Return what declares a trigger, with the parameters of {@link #names}. */
	Stream<TriggerDefinition> declarations(String trigger, RelationName table, boolean tableKnown) {
		return this.changes.stream()
			.filter(CreateTriggerChange.class::isInstance)
			.map(CreateTriggerChange.class::cast)
			.map((creation) -> declaration(creation, Set.of(trigger)))
			.flatMap(Optional::stream)
			.filter(isOn(table, tableKnown));
	}

	private Optional<TriggerDefinition> declaration(CreateTriggerChange creation, Set<String> names) {
		boolean possible = names.stream().anyMatch((name) -> TriggerNames.mayBe(name, creation.getTriggerName()))
				&& !creation.excludes(this.database);
		return possible
				? creation.definitionIfPossible(this.database).filter((declared) -> names.contains(declared.name()))
				: Optional.empty();
	}

	private Predicate<TriggerDefinition> isOn(RelationName table, boolean tableKnown) {
		Set<RelationName> tables = withFormerNames(table);
		return (declared) -> tableKnown ? tables.contains(declared.table())
				: declared.table().equals(table.sibling(declared.table().name()));
	}

	private Set<String> withFormerNames(String trigger) {
		Set<String> names = new LinkedHashSet<>(List.of(trigger));
		for (RenameTriggerChange renaming : latest(RenameTriggerChange.class)) {
			if (renaming.leadsTo(names, this.database)) {
				names.add(renaming.oldName(this.database));
			}
		}
		return names;
	}

	/** A table keeps its triggers when it gets another name. */
	private Set<RelationName> withFormerNames(RelationName table) {
		Set<RelationName> tables = new LinkedHashSet<>(List.of(table));
		for (Change change : latest(Change.class)) {
			Renaming.of(change)
				.ifPresent((renaming) -> List.copyOf(tables)
					.forEach((known) -> tables.add(renaming.back(known, this.names))));
		}
		return tables;
	}

	/** The changes of a kind, the latest first. */
	private <T extends Change> List<T> latest(Class<T> kind) {
		List<T> changes = new ArrayList<>(this.changes.stream().filter(kind::isInstance).map(kind::cast).toList());
		Collections.reverse(changes);
		return changes;
	}

}
