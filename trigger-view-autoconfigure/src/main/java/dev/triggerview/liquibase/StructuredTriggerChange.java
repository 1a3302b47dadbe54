package dev.triggerview.liquibase;

import liquibase.change.DatabaseChangeProperty;
import org.jspecify.annotations.Nullable;

/**
 * The attributes that describe a trigger for all databases; ISO/IEC 9075-2, trigger
 * definition.
 */
public abstract class StructuredTriggerChange extends NamedTriggerChange {

	private @Nullable String timing;

	private @Nullable String events;

	private @Nullable String updateColumns;

	private @Nullable String forEach;

	private @Nullable String when;

	private @Nullable String oldRow;

	private @Nullable String newRow;

	private @Nullable String oldTable;

	private @Nullable String newTable;

	private @Nullable String follows;

	private @Nullable String precedes;

	private @Nullable Boolean constraint;

	private @Nullable Boolean deferrable;

	private @Nullable Boolean initiallyDeferred;

	private @Nullable String functionName;

	private @Nullable String functionArguments;

	private @Nullable String javaClass;

	private @Nullable String language;

	private @Nullable Boolean securityDefiner;

	private @Nullable String searchPath;

	private @Nullable String definer;

	private @Nullable String enabled;

	private @Nullable Boolean disabled;

	private @Nullable String remarks;

	StructuredTriggerChange() {
	}

	/** Return the attribute {@code timing}. */
	@DatabaseChangeProperty(description = "When the trigger runs: BEFORE, AFTER or INSTEAD OF",
			requiredForDatabase = "none")
	public @Nullable String getTiming() {
		return this.timing;
	}

	/** Set the attribute {@code timing}. */
	public void setTiming(@Nullable String timing) {
		this.timing = timing;
	}

	/** Return the attribute {@code events}. */
	@DatabaseChangeProperty(description = "What it reacts to: INSERT, UPDATE, DELETE, TRUNCATE",
			requiredForDatabase = "none")
	public @Nullable String getEvents() {
		return this.events;
	}

	/** Set the attribute {@code events}. */
	public void setEvents(@Nullable String events) {
		this.events = events;
	}

	/** Return the attribute {@code updateColumns}. */
	@DatabaseChangeProperty(description = "Columns whose update it reacts to", requiredForDatabase = "none")
	public @Nullable String getUpdateColumns() {
		return this.updateColumns;
	}

	/** Set the attribute {@code updateColumns}. */
	public void setUpdateColumns(@Nullable String updateColumns) {
		this.updateColumns = updateColumns;
	}

	/** Return the attribute {@code forEach}. */
	@DatabaseChangeProperty(description = "How often it runs: ROW or STATEMENT", requiredForDatabase = "none")
	public @Nullable String getForEach() {
		return this.forEach;
	}

	/** Set the attribute {@code forEach}. */
	public void setForEach(@Nullable String forEach) {
		this.forEach = forEach;
	}

	/** Return the attribute {@code when}. */
	@DatabaseChangeProperty(description = "Condition under which it runs", requiredForDatabase = "none")
	public @Nullable String getWhen() {
		return this.when;
	}

	/** Set the attribute {@code when}. */
	public void setWhen(@Nullable String when) {
		this.when = when;
	}

	/** Return the attribute {@code oldRow}. */
	@DatabaseChangeProperty(description = "Name of the old row", requiredForDatabase = "none")
	public @Nullable String getOldRow() {
		return this.oldRow;
	}

	/** Set the attribute {@code oldRow}. */
	public void setOldRow(@Nullable String oldRow) {
		this.oldRow = oldRow;
	}

	/** Return the attribute {@code newRow}. */
	@DatabaseChangeProperty(description = "Name of the new row", requiredForDatabase = "none")
	public @Nullable String getNewRow() {
		return this.newRow;
	}

	/** Set the attribute {@code newRow}. */
	public void setNewRow(@Nullable String newRow) {
		this.newRow = newRow;
	}

	/** Return the attribute {@code oldTable}. */
	@DatabaseChangeProperty(description = "Name of the old rows of the statement", requiredForDatabase = "none")
	public @Nullable String getOldTable() {
		return this.oldTable;
	}

	/** Set the attribute {@code oldTable}. */
	public void setOldTable(@Nullable String oldTable) {
		this.oldTable = oldTable;
	}

	/** Return the attribute {@code newTable}. */
	@DatabaseChangeProperty(description = "Name of the new rows of the statement", requiredForDatabase = "none")
	public @Nullable String getNewTable() {
		return this.newTable;
	}

	/** Set the attribute {@code newTable}. */
	public void setNewTable(@Nullable String newTable) {
		this.newTable = newTable;
	}

	/** Return the attribute {@code follows}. */
	@DatabaseChangeProperty(description = "Trigger that runs directly before", requiredForDatabase = "none")
	public @Nullable String getFollows() {
		return this.follows;
	}

	/** Set the attribute {@code follows}. */
	public void setFollows(@Nullable String follows) {
		this.follows = follows;
	}

	/** Return the attribute {@code precedes}. */
	@DatabaseChangeProperty(description = "Trigger that runs directly after", requiredForDatabase = "none")
	public @Nullable String getPrecedes() {
		return this.precedes;
	}

	/** Set the attribute {@code precedes}. */
	public void setPrecedes(@Nullable String precedes) {
		this.precedes = precedes;
	}

	/** Return the attribute {@code constraint}. */
	@DatabaseChangeProperty(description = "Whether it is a constraint trigger", requiredForDatabase = "none")
	public @Nullable Boolean getConstraint() {
		return this.constraint;
	}

	/** Set the attribute {@code constraint}. */
	public void setConstraint(@Nullable Boolean constraint) {
		this.constraint = constraint;
	}

	/** Return the attribute {@code deferrable}. */
	@DatabaseChangeProperty(description = "Whether its check can be deferred", requiredForDatabase = "none")
	public @Nullable Boolean getDeferrable() {
		return this.deferrable;
	}

	/** Set the attribute {@code deferrable}. */
	public void setDeferrable(@Nullable Boolean deferrable) {
		this.deferrable = deferrable;
	}

	/** Return the attribute {@code initiallyDeferred}. */
	@DatabaseChangeProperty(description = "Whether its check is deferred at first", requiredForDatabase = "none")
	public @Nullable Boolean getInitiallyDeferred() {
		return this.initiallyDeferred;
	}

	/** Set the attribute {@code initiallyDeferred}. */
	public void setInitiallyDeferred(@Nullable Boolean initiallyDeferred) {
		this.initiallyDeferred = initiallyDeferred;
	}

	/** Return the attribute {@code functionName}. */
	@DatabaseChangeProperty(description = "Trigger function that it calls", requiredForDatabase = "none")
	public @Nullable String getFunctionName() {
		return this.functionName;
	}

	/** Set the attribute {@code functionName}. */
	public void setFunctionName(@Nullable String functionName) {
		this.functionName = functionName;
	}

	/** Return the attribute {@code functionArguments}. */
	@DatabaseChangeProperty(description = "Constant arguments of the function", requiredForDatabase = "none")
	public @Nullable String getFunctionArguments() {
		return this.functionArguments;
	}

	/** Set the attribute {@code functionArguments}. */
	public void setFunctionArguments(@Nullable String functionArguments) {
		this.functionArguments = functionArguments;
	}

	/** Return the attribute {@code javaClass}. */
	@DatabaseChangeProperty(description = "Java class that it calls", requiredForDatabase = "none")
	public @Nullable String getJavaClass() {
		return this.javaClass;
	}

	/** Set the attribute {@code javaClass}. */
	public void setJavaClass(@Nullable String javaClass) {
		this.javaClass = javaClass;
	}

	/** Return the attribute {@code language}. */
	@DatabaseChangeProperty(description = "Language of the body", requiredForDatabase = "none")
	public @Nullable String getLanguage() {
		return this.language;
	}

	/** Set the attribute {@code language}. */
	public void setLanguage(@Nullable String language) {
		this.language = language;
	}

	/** Return the attribute {@code securityDefiner}. */
	@DatabaseChangeProperty(description = "Whether the body runs with the rights of its owner",
			requiredForDatabase = "none")
	public @Nullable Boolean getSecurityDefiner() {
		return this.securityDefiner;
	}

	/** Set the attribute {@code securityDefiner}. */
	public void setSecurityDefiner(@Nullable Boolean securityDefiner) {
		this.securityDefiner = securityDefiner;
	}

	/** Return the attribute {@code searchPath}. */
	@DatabaseChangeProperty(description = "Search path of the body", requiredForDatabase = "none")
	public @Nullable String getSearchPath() {
		return this.searchPath;
	}

	/** Set the attribute {@code searchPath}. */
	public void setSearchPath(@Nullable String searchPath) {
		this.searchPath = searchPath;
	}

	/** Return the attribute {@code definer}. */
	@DatabaseChangeProperty(description = "Account whose rights it runs with", requiredForDatabase = "none")
	public @Nullable String getDefiner() {
		return this.definer;
	}

	/** Set the attribute {@code definer}. */
	public void setDefiner(@Nullable String definer) {
		this.definer = definer;
	}

	/** Return the attribute {@code enabled}. */
	@DatabaseChangeProperty(description = "Whether it runs: true, false, REPLICA or ALWAYS",
			requiredForDatabase = "none")
	public @Nullable String getEnabled() {
		return this.enabled;
	}

	/** Set the attribute {@code enabled}. */
	public void setEnabled(@Nullable String enabled) {
		this.enabled = enabled;
	}

	/** Return the attribute {@code disabled}. */
	@DatabaseChangeProperty(description = "Whether it does not run", requiredForDatabase = "none")
	public @Nullable Boolean getDisabled() {
		return this.disabled;
	}

	/** Set the attribute {@code disabled}. */
	public void setDisabled(@Nullable Boolean disabled) {
		this.disabled = disabled;
	}

	/** Return the attribute {@code remarks}. */
	@DatabaseChangeProperty(description = "Comment that the catalog keeps", requiredForDatabase = "none")
	public @Nullable String getRemarks() {
		return this.remarks;
	}

	/** Set the attribute {@code remarks}. */
	public void setRemarks(@Nullable String remarks) {
		this.remarks = remarks;
	}

}
