package dev.triggerview.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.triggerview.trigger.KeptTrigger;
import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.StoredTriggers;
import dev.triggerview.trigger.TriggerDialect;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.change.core.RenameTableChange;
import liquibase.change.core.RenameViewChange;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.sql.Sql;
import liquibase.sql.UnparsedSql;
import org.jspecify.annotations.Nullable;

/**
 * A table or view that Liquibase renames. Its triggers follow by themselves, and those
 * that only our store has have to be led.
 *
 * @param database the database
 * @param catalogName the catalog as the change names it
 * @param schemaName the schema as the change names it
 * @param oldName the name as the change names it
 * @param newName the new name as the change names it
 */
record RenamedRelation(Database database, @Nullable String catalogName, @Nullable String schemaName, String oldName,
		String newName) {

	/** Return the renaming with what our store needs. */
	Sql[] followed(Sql[] renaming) {
		return Stream.concat(Arrays.stream(renaming), statements().stream().map(UnparsedSql::new)).toArray(Sql[]::new);
	}

	private List<String> statements() {
		boolean live = LiveDatabase.isLive(this.database);
		TriggerNames names = new TriggerNames(this.database, !live);
		RelationName relation = names.relation(this.catalogName, this.schemaName, this.oldName);
		RelationName renamed = relation.sibling(names.object(this.newName));
		try {
			return live ? StoredTriggers.followRenaming(LiveDatabase.connection(this.database), names.store(), relation,
					renamed) : script(relation, renamed);
		}
		catch (SQLException ex) {
			throw new UnexpectedLiquibaseException(
					"The disabled triggers of " + relation + " cannot be read from our store: " + ex.getMessage(), ex);
		}
	}

	/** A script may create the triggers before, so that it finds them when it runs. */
	private List<String> script(RelationName relation, RelationName renamed) throws SQLException {
		TriggerDialect dialect = TriggerDialect.of(this.database.getShortName());
		List<String> statements = new ArrayList<>(
				declaresTriggers() ? dialect.followRenaming(relation, renamed) : List.of());
		if (LiveDatabase.isConnected(this.database)) {
			TriggerNames names = new TriggerNames(this.database);
			RelationName present = names.relation(this.catalogName, this.schemaName, this.oldName);
			RelationName then = present.sibling(names.object(this.newName));
			Connection connection = LiveDatabase.connection(this.database);
			statements.addAll(isUndone()
					? StoredTriggers.leadBack(connection, names.store(), present, then, touched(connection, names))
					: StoredTriggers.followRenamingOf(dialect, names.store(), kept(present), then));
		}
		return statements;
	}

	private List<KeptTrigger> kept(RelationName present) throws SQLException {
		Optional<List<KeptTrigger>> kept = MadeByScript.kept(this.database, present,
				(change) -> renames(change, this.oldName, this.newName));
		return kept.isPresent() ? kept.get() : new KeptByScript(this.database, present).triggers(changesAfter());
	}

	/** A script may be written that undoes a renaming before that is made. */
	private boolean isUndone() {
		return pending((change) -> renames(change, this.newName, this.oldName)).findAny().isPresent()
				&& pending((change) -> renames(change, this.oldName, this.newName)).findAny().isEmpty();
	}

	/**
	 * The changes behind the renaming that this one undoes, which the script has undone
	 * by then; none if it undoes none.
	 */
	private List<Change> changesAfter() {
		if (pending((change) -> renames(change, this.oldName, this.newName)).findAny().isPresent()) {
			return List.of();
		}
		List<Change> all = changeLog().stream().flatMap(RenamedRelation::changes).toList();
		List<Change> undone = all.stream().filter((change) -> renames(change, this.newName, this.oldName)).toList();
		return undone.isEmpty() ? List.of() : all.subList(all.indexOf(undone.get(undone.size() - 1)) + 1, all.size());
	}

	private static boolean renames(Change change, String from, String to) {
		return (change instanceof RenameTableChange table && from.equals(table.getOldTableName())
				&& to.equals(table.getNewTableName()))
				|| (change instanceof RenameViewChange view && from.equals(view.getOldViewName())
						&& to.equals(view.getNewViewName()));
	}

	/** What changes before the script runs may leave in a store. */
	private Set<String> touched(Connection connection, TriggerNames names) throws SQLException {
		List<TriggerChange> changes = pending(TriggerChange.class::isInstance).map(TriggerChange.class::cast).toList();
		boolean stored = names.store().exists(connection)
				|| changes.stream().anyMatch((change) -> !change.isScriptable(this.database));
		return stored ? changes.stream()
			.flatMap((change) -> change.touched(this.database).stream())
			.collect(Collectors.toCollection(LinkedHashSet::new)) : Set.of();
	}

	/** Liquibase goes through all change sets that were made to look for one. */
	private Stream<Change> pending(Predicate<Change> wanted) {
		return changeLog().stream()
			.flatMap(RenamedRelation::changes)
			.filter(wanted)
			.filter((change) -> LiveDatabase.isStillToBeMade(this.database, change.getChangeSet()));
	}

	private static boolean declaresTriggers() {
		return changeLog().map((changeLog) -> changes(changeLog).anyMatch(CreateTriggerChange.class::isInstance))
			.orElse(true);
	}

	private static Stream<Change> changes(DatabaseChangeLog changeLog) {
		return changeLog.getChangeSets().stream().flatMap((changeSet) -> changeSet.getChanges().stream());
	}

	private static Optional<DatabaseChangeLog> changeLog() {
		return Optional.ofNullable(Scope.getCurrentScope().get(Scope.Attr.databaseChangeLog, DatabaseChangeLog.class));
	}

}
