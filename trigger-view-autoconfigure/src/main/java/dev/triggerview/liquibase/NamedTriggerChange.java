package dev.triggerview.liquibase;

import java.util.Set;

import liquibase.change.DatabaseChangeProperty;
import liquibase.database.Database;
import org.jspecify.annotations.Nullable;

/** A change of the one trigger that it names. */
public abstract class NamedTriggerChange extends TriggerChange {

	private @Nullable String triggerName;

	private @Nullable String scope;

	NamedTriggerChange() {
	}

	@Override
	final String subject() {
		return place() + "." + this.triggerName;
	}

	/** Return the attribute {@code triggerName}. */
	@DatabaseChangeProperty(description = "Name of the trigger", requiredForDatabase = "all")
	public @Nullable String getTriggerName() {
		return this.triggerName;
	}

	/** Set the attribute {@code triggerName}. */
	public void setTriggerName(@Nullable String triggerName) {
		this.triggerName = triggerName;
	}

	/** Return the attribute {@code scope}. */
	@DatabaseChangeProperty(description = "Accepted for compatibility, without effect", requiredForDatabase = "none")
	public @Nullable String getScope() {
		return this.scope;
	}

	/** Set the attribute {@code scope}. */
	public void setScope(@Nullable String scope) {
		this.scope = scope;
	}

	@Override
	Set<String> touched(Database database) {
		String trigger = String.valueOf(this.triggerName);
		return new DeclaredBefore(this, database).names(names(database).object(trigger), relation(database, trigger),
				getTableName() != null);
	}

}
