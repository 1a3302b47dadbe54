package dev.triggerview.liquibase;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.triggerview.trigger.StoredChange;
import dev.triggerview.trigger.TriggerStore;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.sql.Sql;
import liquibase.sql.UnparsedSql;
import liquibase.statement.core.RemoveChangeSetRanStatusStatement;

/**
 * Forgets what was there before the changes of a change set that Liquibase takes out of
 * its history, in the same transaction: run again and rolled back, the change set would
 * restore what is outdated by then.
 */
public final class ForgottenChangeSetGenerator extends TriggerKeepingGenerator<RemoveChangeSetRanStatusStatement> {

	@Override
	Sql[] keeping(RemoveChangeSetRanStatusStatement statement, Database database, Sql[] sql) {
		List<Sql> all = new ArrayList<>(Arrays.asList(sql));
		if (isLeft(statement.getChangeSet(), database)) {
			forgetting(statement.getChangeSet(), database).stream().map(UnparsedSql::new).forEach(all::add);
		}
		return all.toArray(Sql[]::new);
	}

	/** A script has said so already, unless it says what the block does. */
	private static boolean isLeft(ChangeSet changeSet, Database database) {
		return LiveDatabase.isLive(database)
				|| (LiveDatabase.isConnected(database) && !changeSet.getRollback().getChanges().isEmpty());
	}

	private static List<String> forgetting(ChangeSet changeSet, Database database) {
		TriggerStore store = new TriggerNames(database).store();
		List<String> statements = new ArrayList<>();
		try {
			for (String key : keys(changeSet)) {
				StoredChange<?> stored = store.change(LiveDatabase.connection(database), key);
				if (stored.known()) {
					statements.addAll(stored.forget());
				}
			}
		}
		catch (SQLException ex) {
			throw new UnexpectedLiquibaseException("What was there before the change set " + changeSet.toString(false)
					+ " cannot be read from our store: " + ex.getMessage(), ex);
		}
		return statements;
	}

	private static List<String> keys(ChangeSet changeSet) {
		List<String> keys = new ArrayList<>();
		changeSet.getChanges().forEach((change) -> {
			String key = (change instanceof StoredCodeChange code) ? code.keyInStore() : null;
			if (key != null) {
				keys.add(key);
			}
		});
		return keys;
	}

}
