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
 * A table or view that Liquibase drops. Its triggers go along by themselves, and those
 * that only our store has would come back with the next one of the name, disabled.
 *
 * @param database the database
 * @param catalogName the catalog as the change names it
 * @param schemaName the schema as the change names it
 * @param name the name as the change names it
 */
record DroppedRelation(Database database, @Nullable String catalogName, @Nullable String schemaName, String name) {

	/** Return the statements that drop it with what our store needs. */
	Sql[] forgotten(Sql[] drop) {
		return Stream.concat(Arrays.stream(drop), statements().stream().map(UnparsedSql::new)).toArray(Sql[]::new);
	}

	private List<String> statements() {
		if (!LiveDatabase.isConnected(this.database)) {
			return List.of();
		}
		TriggerNames names = new TriggerNames(this.database);
		RelationName relation = names.relation(this.catalogName, this.schemaName, this.name);
		try {
			return StoredTriggers.forget(LiveDatabase.connection(this.database), names.store(), relation);
		}
		catch (SQLException ex) {
			throw new UnexpectedLiquibaseException(
					"The disabled triggers of " + relation + " cannot be read from our store: " + ex.getMessage(), ex);
		}
	}

}
