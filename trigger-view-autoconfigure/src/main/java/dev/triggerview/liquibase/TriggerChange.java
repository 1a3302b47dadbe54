package dev.triggerview.liquibase;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import dev.triggerview.trigger.KeptTrigger;
import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.ScriptedTriggers;
import dev.triggerview.trigger.TriggerDialect;
import dev.triggerview.trigger.TriggerStore;
import liquibase.change.DatabaseChangeProperty;
import liquibase.database.Database;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * What all changes of a trigger have in common: its table, and attributes that are
 * checked.
 */
public abstract class TriggerChange extends StoredCodeChange {

	private @Nullable String tableName;

	TriggerChange() {
	}

	/** Return the attribute {@code tableName}. */
	@DatabaseChangeProperty(description = "Name of the table or view of the trigger", requiredForDatabase = "none")
	public @Nullable String getTableName() {
		return this.tableName;
	}

	/** Set the attribute {@code tableName}. */
	public void setTableName(@Nullable String tableName) {
		this.tableName = tableName;
	}

	/** Liquibase asks when another extension has a change of the same name. */
	@Override
	public boolean supports(Database database) {
		Neighbours.warnOnce();
		return TriggerNames.isSupported(database);
	}

	/**
	 * A script of a rollback that knows what was there before: what the store has or, for
	 * a change that is still to be made, what is there now.
	 * @param names the names of those that shall not be there unless they are restored
	 * @param kept the names of those that only the store may have
	 * @param now finds the triggers that the change is about
	 */
	final Optional<SqlStatement[]> scriptBack(Database database, Collection<String> names, Collection<String> kept,
			Function<RunningChange, List<KeptTrigger>> now) {
		if (!isConnected(database)) {
			return Optional.empty();
		}
		RunningChange running = RunningChange.of(this, database);
		Optional<List<KeptTrigger>> former = running.former();
		if (former.isEmpty() && isStillToBeMade(database)) {
			former = Optional.of(now.apply(running));
		}
		if (running.stored().known()) {
			LostEdit lost = new LostEdit(this, database);
			lost.tell(lost.triggers(running.stored().edited(now.apply(running))));
		}
		return former.map((triggers) -> new RollbackScript(this, database, running).to(triggers, names, kept));
	}

	/**
	 * Return a script of a rollback of a change that was made, by a statement that needs
	 * no look at what was there.
	 */
	final SqlStatement[] scriptBack(Database database, List<String> statements) {
		return isConnected(database)
				? new RollbackScript(this, database, RunningChange.of(this, database)).of(statements)
				: TriggerStatements.of(TriggerDialect.of(database.getShortName()), statements);
	}

	/** Return the names of the triggers that the change is about, before and after it. */
	abstract Set<String> touched(Database database);

	/**
	 * Return whether a script makes the change without a look at what is there; then it
	 * leaves no store.
	 */
	abstract boolean isScriptable(Database database);

	/**
	 * Return whether a script knows the triggers that are there when it makes the change.
	 */
	final boolean isLooking(Database database) {
		return isLooking(database, (this.tableName != null) ? this.tableName : TriggerStore.TABLE);
	}

	@Override
	final boolean isKeptByScript(Database database) {
		return !isScriptable(database) && isLooking(database);
	}

	/** What a script cannot do that does not look at the triggers that are there. */
	final UnexpectedLiquibaseException unscriptable(Database database, String trigger) {
		return new UnexpectedLiquibaseException(
				("%s has no statement for %s: trigger %s is dropped and created again as"
						+ " it is by then, which a script knows with a connection to the database, outside of a rollback block,"
						+ " and for a schema that it names")
					.formatted(TriggerDialect.of(database.getShortName()).name(), change(), trigger));
	}

	/** Return the triggers after the change, in a script that makes it. */
	abstract ScriptedTriggers made(ScriptedTriggers before, Database database);

	/** Return whether a database that can be asked has made the change, or none can. */
	final boolean isMade(Database database) {
		return !isConnected(database) || !isStillToBeMade(database);
	}

	/** Return the table of the trigger, empty if the change does not tell it. */
	Optional<RelationName> table(Database database) {
		return Optional.ofNullable(this.tableName)
			.map((table) -> new TriggerNames(database).relation(getCatalogName(), getSchemaName(), table));
	}

	/** Return the table, or any name of its schema. */
	final RelationName relation(Database database, @Nullable String trigger) {
		return names(database).relation(getCatalogName(), getSchemaName(),
				(this.tableName != null) ? this.tableName : String.valueOf(trigger));
	}

	/** The table as the changelog writes it. */
	final String place() {
		return getCatalogName() + "." + getSchemaName() + "." + this.tableName;
	}

	/** What is wrong without a table, where the name alone tells no trigger. */
	final String missingTable(Database database, @Nullable String trigger) {
		TriggerDialect dialect = TriggerDialect.of(database.getShortName());
		return (this.tableName == null && dialect.triggersBelongToTables())
				? "%s of %s needs a tableName: on %s a trigger is a part of its table".formatted(change(), trigger,
						dialect.name())
				: "";
	}

}
