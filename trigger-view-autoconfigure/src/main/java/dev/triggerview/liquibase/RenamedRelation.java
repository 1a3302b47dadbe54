package dev.triggerview.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.triggerview.trigger.KeptTrigger;
import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.StoredTriggers;
import dev.triggerview.trigger.TriggerDialect;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
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
		List<Change> made = own(this.oldName, this.newName);
		Optional<List<KeptTrigger>> kept = MadeByScript.kept(this.database, present, made::contains);
		if (kept.isPresent()) {
			return kept.get();
		}
		List<Change> undone = own(this.newName, this.oldName);
		return undone.isEmpty() ? StoredTriggers.of(LiveDatabase.connection(this.database),
				new TriggerNames(this.database).store(), present)
				: UndoneByScript.kept(undone.get(undone.size() - 1), present, this.database);
	}

	/** A script may be written that undoes a renaming before that is made. */
	private boolean isUndone() {
		return own(this.oldName, this.newName).isEmpty() && own(this.newName, this.oldName).stream()
			.anyMatch((change) -> LiveDatabase.isStillToBeMade(this.database, change.getChangeSet()));
	}

	/** The renamings of the change set that a script makes or undoes. */
	private static List<Change> own(String from, String to) {
		return Optional.ofNullable(Scope.getCurrentScope().get(Scope.Attr.changeSet, ChangeSet.class))
			.stream()
			.flatMap((changeSet) -> changeSet.getChanges().stream())
			.filter((change) -> Renaming.isBetween(change, from, to))
			.toList();
	}

	/** What changes before the script runs may leave in a store. */
	private Set<String> touched(Connection connection, TriggerNames names) throws SQLException {
		List<TriggerChange> changes = changeLog().stream()
			.flatMap(RenamedRelation::changes)
			.filter(TriggerChange.class::isInstance)
			.map(TriggerChange.class::cast)
			.filter((change) -> change.isStillToBeMade(this.database))
			.toList();
		boolean stored = names.store().exists(connection)
				|| changes.stream().anyMatch((change) -> !change.isScriptable(this.database));
		return stored ? changes.stream()
			.flatMap((change) -> change.touched(this.database).stream())
			.collect(Collectors.toCollection(LinkedHashSet::new)) : Set.of();
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
