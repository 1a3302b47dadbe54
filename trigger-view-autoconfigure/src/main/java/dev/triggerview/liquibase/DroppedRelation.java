package dev.triggerview.liquibase;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.triggerview.trigger.KeptTrigger;
import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.StoredTriggers;
import liquibase.change.Change;
import liquibase.change.core.DropTableChange;
import liquibase.change.core.DropViewChange;
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
			Optional<List<KeptTrigger>> kept = LiveDatabase.isLive(this.database) ? Optional.empty()
					: MadeByScript.kept(this.database, relation, this::drops);
			return kept.isPresent() ? StoredTriggers.forget(names.store(), kept.get())
					: StoredTriggers.forget(LiveDatabase.connection(this.database), names.store(), relation);
		}
		catch (SQLException ex) {
			throw new UnexpectedLiquibaseException(
					"The disabled triggers of " + relation + " cannot be read from our store: " + ex.getMessage(), ex);
		}
	}

	private boolean drops(Change change) {
		return (change instanceof DropTableChange table && this.name.equals(table.getTableName()))
				|| (change instanceof DropViewChange view && this.name.equals(view.getViewName()));
	}

}
