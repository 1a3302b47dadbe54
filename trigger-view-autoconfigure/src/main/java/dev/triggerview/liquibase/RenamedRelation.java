package dev.triggerview.liquibase;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.StoredTriggers;
import dev.triggerview.trigger.TriggerDialect;
import liquibase.Scope;
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
			statements.addAll(StoredTriggers.followRenamingOfKept(LiveDatabase.connection(this.database), names.store(),
					present, present.sibling(names.object(this.newName))));
		}
		return statements;
	}

	private static boolean declaresTriggers() {
		DatabaseChangeLog changeLog = Scope.getCurrentScope()
			.get(Scope.Attr.databaseChangeLog, DatabaseChangeLog.class);
		return changeLog == null || changeLog.getChangeSets()
			.stream()
			.flatMap((changeSet) -> changeSet.getChanges().stream())
			.anyMatch(CreateTriggerChange.class::isInstance);
	}

}
