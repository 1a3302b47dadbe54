package dev.triggerview.liquibase;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.TriggerDefinition;
import dev.triggerview.trigger.TriggerDialect;
import liquibase.change.Change;
import liquibase.change.core.RenameTableChange;
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

	private final StoredCodeChange change;

	private final Database database;

	DeclaredBefore(StoredCodeChange change, Database database) {
		this.change = change;
		this.database = database;
	}

	/**
	 * Return the names of a trigger and of all triggers that stood for it, in the order
	 * of their declaration.
	 * @param trigger the name
	 * @param table the table, or any object of its schema if the table is not known
	 * @param tableKnown whether it is the table
	 */
	Set<String> names(String trigger, RelationName table, boolean tableKnown) {
		TriggerDialect dialect = TriggerDialect.of(this.database.getShortName());
		Set<String> names = new LinkedHashSet<>(List.of(trigger));
		declarations(trigger, table, tableKnown).forEach((declared) -> names.addAll(dialect.triggerNames(declared)));
		renamings(trigger).forEach((renaming) -> renaming.namesBefore(this.database, table, tableKnown)
			.forEach((name) -> names.add(renaming.renamed(this.database, name))));
		return names;
	}

	/** Return what declares a trigger, with the parameters of {@link #names}. */
	Stream<TriggerDefinition> declarations(String trigger, RelationName table, boolean tableKnown) {
		Set<RelationName> tables = withFormerNames(table);
		return changes().filter(CreateTriggerChange.class::isInstance)
			.map(CreateTriggerChange.class::cast)
			.filter((declared) -> trigger.equalsIgnoreCase(declared.getTriggerName())
					&& !declared.excludes(this.database))
			.map((declared) -> declared.definitionIfPossible(this.database))
			.flatMap(Optional::stream)
			.filter((declared) -> declared.name().equals(trigger))
			.filter((declared) -> !tableKnown ? declared.table().equals(table.sibling(declared.table().name()))
					: tables.contains(declared.table()));
	}

	/** A table keeps its triggers when it gets another name. */
	private Set<RelationName> withFormerNames(RelationName table) {
		TriggerNames names = this.change.names(this.database);
		List<RenameTableChange> renamings = new ArrayList<>(
				changes().filter(RenameTableChange.class::isInstance).map(RenameTableChange.class::cast).toList());
		Collections.reverse(renamings);
		Set<RelationName> tables = new LinkedHashSet<>(List.of(table));
		for (RenameTableChange renaming : renamings) {
			if (tables.contains(
					names.relation(renaming.getCatalogName(), renaming.getSchemaName(), renaming.getNewTableName()))) {
				tables.add(table.sibling(names.object(renaming.getOldTableName())));
			}
		}
		return tables;
	}

	private Stream<RenameTriggerChange> renamings(String trigger) {
		return changes().filter(RenameTriggerChange.class::isInstance)
			.map(RenameTriggerChange.class::cast)
			.filter((renaming) -> trigger.equals(renaming.newName(this.database)));
	}

	private Stream<Change> changes() {
		ChangeSet changeSet = this.change.getChangeSet();
		DatabaseChangeLog changeLog = (changeSet != null) ? changeSet.getChangeLog() : null;
		if (changeLog == null) {
			return Stream.of();
		}
		return changeLog.getRootChangeLog()
			.getChangeSets()
			.stream()
			.flatMap((before) -> before.getChanges().stream())
			.takeWhile((before) -> before != this.change);
	}

}
