package dev.triggerview.trigger;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A function as the catalog of the database has it, without aggregates. Functions are
 * ordered by schema, name, argument types and catalog.
 *
 * @param name the name, with catalog and schema as far as the database has them
 * @param argumentTypes the types that tell it from other functions of its name; empty
 * where a name has one function only (H2, Oracle, SQL Server)
 * @param specificName what tells it from others of its name in the catalog
 * @param language the language it is written in, as the database calls it
 * @param definition the complete statement that creates it again; empty where the
 * database does not show it
 * @param callers the triggers that call it (PostgreSQL)
 * @param remarks the comment that the catalog keeps
 * @param rights what a block of PL/pgSQL declares to give it back to its owner and to
 * those who may call it (PostgreSQL)
 */
public record Function(RelationName name, List<String> argumentTypes, String specificName, String language,
		String definition, List<Caller> callers, Optional<String> remarks,
		Optional<String> rights) implements Comparable<Function> {

	private static final Comparator<Function> ORDER = Comparator
		.comparing((Function function) -> Optional.ofNullable(function.name.schema()).orElse(""))
		.thenComparing((function) -> function.name.name())
		.thenComparing(Function::arguments)
		.thenComparing((function) -> Optional.ofNullable(function.name.catalog()).orElse(""));

	public Function {
		argumentTypes = List.copyOf(argumentTypes);
		callers = List.copyOf(callers);
	}

	/** Return the argument types, separated by commas. */
	public String arguments() {
		return String.join(", ", this.argumentTypes);
	}

	/**
	 * Return whether it came into being as the body of a trigger and is dropped with it.
	 */
	public boolean generated() {
		return this.remarks.filter((text) -> text.startsWith(PostgreSqlFunction.MARK)).isPresent();
	}

	Function withDefinition(String text) {
		return new Function(this.name, this.argumentTypes, this.specificName, this.language, text, this.callers,
				this.remarks, this.rights);
	}

	Function withName(RelationName other) {
		return new Function(other, this.argumentTypes, this.specificName, this.language, this.definition, this.callers,
				this.remarks, this.rights);
	}

	Function withCallers(List<Caller> others) {
		return new Function(this.name, this.argumentTypes, this.specificName, this.language, this.definition, others,
				this.remarks, this.rights);
	}

	@Override
	public int compareTo(Function other) {
		return ORDER.compare(this, other);
	}

	/**
	 * A trigger that calls a function.
	 *
	 * @param table the table or view of the trigger
	 * @param trigger the name of the trigger
	 */
	public record Caller(RelationName table, String trigger) {

	}

}
