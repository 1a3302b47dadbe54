package dev.triggerview.trigger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What the query of a database tells about a function.
 *
 * @param name the function
 * @param specificName what tells it from others of its name
 * @param definition the complete statement, or what precedes its parameters
 * @param parameters the parameters as in the statement, one in each row of the query
 * @param afterParameters what follows the parameters, {@code null} after a complete
 * statement
 * @param argumentTypes the types of its arguments, one in each row of the query
 * @param language its language
 * @param remarks its comment
 * @param callers the triggers that call it, one in each row of the query
 * @param rights what gives it back to those whose it was
 */
record FunctionRow(RelationName name, String specificName, String definition, List<String> parameters,
		@Nullable String afterParameters, List<String> argumentTypes, String language, @Nullable String remarks,
		List<Function.Caller> callers, @Nullable String rights) {

	/**
	 * The columns in this order, because Oracle requires the LONG one to be read first.
	 */
	static FunctionRow of(ResultSet row) throws SQLException {
		String definition = Objects.requireNonNullElse(row.getString("definition"), "");
		RelationName name = new RelationName(row.getString("function_catalog"), row.getString("function_schema"),
				row.getString("function_name"));
		String trigger = row.getString("trigger_name");
		return new FunctionRow(name, row.getString("specific_name"), definition, list(row.getString("parameter")),
				row.getString("after_parameters"), list(row.getString("argument_type")), row.getString("language_name"),
				row.getString("remarks"), (trigger != null) ? List.of(caller(row, trigger)) : List.of(),
				row.getString("rights"));
	}

	String key() {
		return this.name + " " + this.specificName;
	}

	/**
	 * Return this row with the parameter of another row of the same function, or with its
	 * caller if it has no parameters: a function that a trigger calls has none.
	 */
	FunctionRow plus(FunctionRow other) {
		return new FunctionRow(this.name, this.specificName, this.definition, concat(this.parameters, other.parameters),
				this.afterParameters, concat(this.argumentTypes, other.argumentTypes), this.language, this.remarks,
				concat(this.callers, other.callers), this.rights);
	}

	Function function() {
		String text = (this.afterParameters != null)
				? this.definition + String.join(", ", this.parameters) + this.afterParameters : this.definition;
		return new Function(this.name, this.argumentTypes, this.specificName, this.language, text.strip(), this.callers,
				Optional.ofNullable(this.remarks), Optional.ofNullable(this.rights));
	}

	private static Function.Caller caller(ResultSet row, String trigger) throws SQLException {
		return new Function.Caller(RelationName.of(row.getString("table_schema"), row.getString("table_name")),
				trigger);
	}

	private static List<String> list(@Nullable String text) {
		return (text != null) ? List.of(text) : List.of();
	}

	private static <T> List<T> concat(List<T> first, List<T> second) {
		return new ArrayList<>(Stream.concat(first.stream(), second.stream()).toList());
	}

}
