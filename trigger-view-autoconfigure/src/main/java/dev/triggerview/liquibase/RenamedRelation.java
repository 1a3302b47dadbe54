package dev.triggerview.liquibase;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.StoredTriggers;
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
		if (!LiveDatabase.isLive(this.database)) {
			return List.of();
		}
		TriggerNames names = new TriggerNames(this.database);
		RelationName relation = names.relation(this.catalogName, this.schemaName, this.oldName);
		try {
			return StoredTriggers.followRenaming(LiveDatabase.connection(this.database), names.store(), relation,
					relation.sibling(names.object(this.newName)));
		}
		catch (SQLException ex) {
			throw new UnexpectedLiquibaseException(
					"The disabled triggers of " + relation + " cannot be read from our store: " + ex.getMessage(), ex);
		}
	}

}
