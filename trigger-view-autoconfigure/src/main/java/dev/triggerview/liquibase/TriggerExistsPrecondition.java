package dev.triggerview.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.triggerview.trigger.HiddenTriggers;
import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.TriggerCatalog;
import dev.triggerview.trigger.TriggerDefinition;
import dev.triggerview.trigger.TriggerDialect;
import dev.triggerview.trigger.TriggerEvent;
import dev.triggerview.trigger.TriggerTiming;
import liquibase.database.Database;
import org.jspecify.annotations.Nullable;

/**
 * Holds when there is a trigger of a name, on any table unless one is named. Where a
 * trigger has one event only, the triggers that stand for it together count as it.
 */
public class TriggerExistsPrecondition extends CatalogPrecondition {

	private @Nullable String triggerName;

	private @Nullable String tableName;

	/** Return the attribute {@code triggerName}. */
	public @Nullable String getTriggerName() {
		return this.triggerName;
	}

	/** Set the attribute {@code triggerName}. */
	public void setTriggerName(@Nullable String triggerName) {
		this.triggerName = triggerName;
	}

	/** Return the attribute {@code tableName}. */
	public @Nullable String getTableName() {
		return this.tableName;
	}

	/** Set the attribute {@code tableName}, {@code null} for any table or view. */
	public void setTableName(@Nullable String tableName) {
		this.tableName = tableName;
	}

	@Override
	public String getName() {
		return "triggerExists";
	}

	@Override
	String requiredAttribute() {
		return "triggerName";
	}

	@Override
	@Nullable String requiredValue() {
		return this.triggerName;
	}

	@Override
	boolean holds(Database database, Connection connection) {
		return TriggerCatalog.triggers(connection, catalog(database))
			.stream()
			.anyMatch((trigger) -> isMeant(database, trigger) && fits(trigger));
	}

	/** Return whether a trigger of the name is as the precondition wants it. */
	boolean fits(dev.triggerview.trigger.Trigger trigger) {
		return true;
	}

	@Override
	void requireSeen(Database database, Connection connection) {
		TriggerNames names = new TriggerNames(database);
		String wanted = names.object(String.valueOf(this.triggerName));
		RelationName any = names.relation(getCatalogName(), getSchemaName(), wanted);
		String table = (this.tableName != null) ? names.object(this.tableName) : null;
		Set<String> all = new LinkedHashSet<>(List.of(wanted));
		all.addAll(TriggerDialect.of(database.getShortName()).triggerNames(onAnyEvent(wanted, TriggerTiming.AFTER)));
		try {
			HiddenTriggers.find(connection, any, table, all).ifPresent((hidden) -> {
				throw new IllegalStateException("%s cannot be told, because %s %s has %s".formatted(getName(),
						TriggerDialect.of(database.getShortName()).name(), database.getConnection().getURL(), hidden));
			});
		}
		catch (SQLException ex) {
			throw new IllegalStateException(getName() + " cannot read the catalog: " + ex.getMessage(), ex);
		}
	}

	@Override
	String failure() {
		return "There is no trigger " + trigger();
	}

	final String trigger() {
		return this.triggerName + ((this.tableName != null) ? " on " + this.tableName : "");
	}

	private boolean isMeant(Database database, dev.triggerview.trigger.Trigger trigger) {
		TriggerDialect dialect = TriggerDialect.of(database.getShortName());
		TriggerNames names = new TriggerNames(database);
		String wanted = names.object(String.valueOf(this.triggerName));
		boolean onTable = this.tableName == null
				|| dialect.isSameName(names.object(this.tableName), trigger.table().name());
		return onTable && isInSchema(database, trigger.table())
				&& (dialect.isSameName(trigger.name(), wanted) || isPart(dialect, wanted, trigger));
	}

	private static boolean isPart(TriggerDialect dialect, String name, dev.triggerview.trigger.Trigger trigger) {
		return dialect.triggerNames(onAnyEvent(name, trigger.timing()))
			.stream()
			.anyMatch((part) -> dialect.isSameName(part, trigger.name()));
	}

	private static TriggerDefinition onAnyEvent(String name, TriggerTiming timing) {
		return TriggerDefinition.of(name, RelationName.of(name))
			.timing(timing)
			.events(TriggerEvent.INSERT, TriggerEvent.UPDATE, TriggerEvent.DELETE)
			.body("-")
			.build();
	}

}
