package dev.triggerview.liquibase;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.triggerview.trigger.Function;
import dev.triggerview.trigger.FunctionDefinition;
import dev.triggerview.trigger.FunctionDialect;
import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.TriggerStore;
import liquibase.change.DatabaseChangeProperty;
import liquibase.database.Database;
import liquibase.exception.ValidationErrors;
import liquibase.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** What all changes of a function have in common. */
public abstract class FunctionChange extends StoredCodeChange {

	private @Nullable String functionName;

	private @Nullable String functionArguments;

	FunctionChange() {
	}

	/** Return the attribute {@code functionName}. */
	@DatabaseChangeProperty(description = "Name of the function", requiredForDatabase = "all")
	public @Nullable String getFunctionName() {
		return this.functionName;
	}

	/** Set the attribute {@code functionName}; arguments may follow in parentheses. */
	public void setFunctionName(@Nullable String functionName) {
		this.functionName = functionName;
	}

	/** Return the attribute {@code functionArguments}. */
	@DatabaseChangeProperty(description = "Parameters of the function, or their types", requiredForDatabase = "none")
	public @Nullable String getFunctionArguments() {
		return this.functionArguments;
	}

	/** Set the attribute {@code functionArguments}. */
	public void setFunctionArguments(@Nullable String functionArguments) {
		this.functionArguments = functionArguments;
	}

	@Override
	final String subject() {
		return getCatalogName() + "." + getSchemaName() + "." + this.functionName + " " + this.functionArguments;
	}

	/** Liquibase asks when another extension has a change of the same name. */
	@Override
	public boolean supports(Database database) {
		Neighbours.warnOnce();
		return FunctionDialect.of(database.getShortName()).isPresent();
	}

	@Override
	final void check(Database database, ValidationErrors errors) {
		if (FunctionDialect.of(database.getShortName()).isEmpty()) {
			errors.addError(change() + " of " + this.functionName + ": " + database.getDatabaseProductName()
					+ " has no functions; limit the change to other databases by dbms");
			return;
		}
		if (this.functionArguments != null && NamedFunction.of(this.functionName, null).arguments() != null) {
			errors.addError(change() + ": functionName " + this.functionName
					+ " has arguments, and functionArguments has others; keep one of them");
		}
		problems(database).forEach(errors::addError);
	}

	/** Every reason why the change cannot be made on a database with functions. */
	abstract List<String> problems(Database database);

	@Override
	final String checksumText(String property, Object value) {
		return ChecksumText.of(value.toString());
	}

	@Override
	final Map<String, String> checksumParts() {
		return checksumBody().map((text) -> Map.of("functionBody", ChecksumText.of(text))).orElse(Map.of());
	}

	@Override
	boolean isKeptByScript(Database database) {
		return isLooking(database, TriggerStore.TABLE);
	}

	/** Return those of some functions that have certain arguments, or all if null. */
	final List<Function> meant(List<Function> functions, @Nullable String arguments, Database database) {
		return functions.stream()
			.filter((function) -> arguments == null || dialect(database).hasArguments(function, arguments))
			.toList();
	}

	/**
	 * Return the function that there is after the change and need not have been there
	 * before; empty if it only drops one.
	 */
	abstract Optional<FunctionDefinition> created(Database database);

	/** The body, if it is not a property. */
	Optional<String> checksumBody() {
		return Optional.empty();
	}

	/** A script of a rollback that knows what was there before. */
	final Optional<SqlStatement[]> scriptBack(Database database, @Nullable String arguments) {
		return isConnected(database) ? new RunningFunction(this, database).scriptBack(arguments) : Optional.empty();
	}

	final FunctionDialect dialect(Database database) {
		return FunctionDialect.of(database.getShortName()).orElseThrow();
	}

	RelationName name(Database database) {
		return names(database).relation(getCatalogName(), getSchemaName(), function().name());
	}

	/** The arguments, which may also stand behind the name. */
	final @Nullable String arguments() {
		return function().arguments();
	}

	private NamedFunction function() {
		return NamedFunction.of(this.functionName, this.functionArguments);
	}

}
