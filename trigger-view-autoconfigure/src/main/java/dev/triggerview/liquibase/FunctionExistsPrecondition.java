package dev.triggerview.liquibase;

import java.sql.Connection;

import dev.triggerview.trigger.FunctionCatalog;
import dev.triggerview.trigger.FunctionDialect;
import dev.triggerview.trigger.RelationName;
import liquibase.database.Database;
import org.jspecify.annotations.Nullable;

/**
 * Holds when there is a function of a name, with any arguments unless their types are
 * named.
 */
public class FunctionExistsPrecondition extends CatalogPrecondition {

	private @Nullable String functionName;

	private @Nullable String functionArguments;

	/** Return the attribute {@code functionName}. */
	public @Nullable String getFunctionName() {
		return this.functionName;
	}

	/** Set the attribute {@code functionName}. */
	public void setFunctionName(@Nullable String functionName) {
		this.functionName = functionName;
	}

	/** Return the attribute {@code functionArguments}. */
	public @Nullable String getFunctionArguments() {
		return this.functionArguments;
	}

	/**
	 * Set the attribute {@code functionArguments}: the types, separated by commas,
	 * {@code null} for any.
	 */
	public void setFunctionArguments(@Nullable String functionArguments) {
		this.functionArguments = functionArguments;
	}

	@Override
	public String getName() {
		return "functionExists";
	}

	@Override
	String requiredAttribute() {
		return "functionName";
	}

	@Override
	@Nullable String requiredValue() {
		return this.functionName;
	}

	@Override
	boolean holds(Database database, Connection connection) {
		NamedFunction named = NamedFunction.of(this.functionName, this.functionArguments);
		RelationName wanted = new TriggerNames(database).relation(getCatalogName(), getSchemaName(), named.name());
		String arguments = named.arguments();
		return FunctionCatalog.functions(connection, wanted)
			.stream()
			.anyMatch((function) -> isInSchema(database, function.name())
					&& (arguments == null || hasArguments(database, function, arguments)));
	}

	@Override
	String failure() {
		return "There is no function " + this.functionName
				+ ((this.functionArguments != null) ? "(" + this.functionArguments + ")" : "");
	}

	private static boolean hasArguments(Database database, dev.triggerview.trigger.Function function,
			String arguments) {
		return FunctionDialect.of(database.getShortName())
			.filter((dialect) -> dialect.hasArguments(function, arguments))
			.isPresent();
	}

}
