package dev.triggerview.liquibase;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.triggerview.trigger.KeptTrigger;
import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.TriggerDialect;
import liquibase.change.DatabaseChangeProperty;
import liquibase.database.Database;
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
	 * @param now finds the triggers that the change is about
	 */
	final Optional<SqlStatement[]> scriptBack(Database database, Collection<String> names,
			Function<RunningChange, List<KeptTrigger>> now) {
		if (!isConnected(database)) {
			return Optional.empty();
		}
		RunningChange running = RunningChange.of(this, database);
		Optional<List<KeptTrigger>> former = running.former();
		if (former.isEmpty() && isStillToBeMade(database)) {
			former = Optional.of(now.apply(running)).filter((triggers) -> !triggers.isEmpty());
		}
		return former.map((triggers) -> running.script(names, triggers));
	}

	/** Return the table of the trigger, empty if the change does not tell it. */
	Optional<RelationName> table(Database database) {
		return Optional.ofNullable(this.tableName)
			.map((table) -> new TriggerNames(database).relation(getCatalogName(), getSchemaName(), table));
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
