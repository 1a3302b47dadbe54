package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The function SQL of one database: the form of ISO/IEC 9075-4, SQL-invoked routine; a
 * subclass overrides the fragments that differ. SQLite has no functions.
 */
public abstract sealed class FunctionDialect permits Db2Functions, H2Functions, HsqldbFunctions, MySqlFunctions,
		OracleFunctions, PostgreSqlFunctions, SqlServerFunctions {

	private final TriggerDialect dialect;

	FunctionDialect(TriggerDialect dialect) {
		this.dialect = dialect;
	}

	/** Return the function SQL of all databases that have functions, ordered by name. */
	public static List<FunctionDialect> all() {
		return Dialects.Functions.ALL;
	}

	/**
	 * Return the function SQL of a database by its short name in any case; empty if it
	 * has no functions or is not supported.
	 */
	public static Optional<FunctionDialect> of(String shortName) {
		return all().stream()
			.filter((functions) -> functions.dialect.shortName().equalsIgnoreCase(shortName))
			.findFirst();
	}

	/** Return whether a table cannot be dropped before the functions that read it. */
	public boolean holdsTables() {
		return false;
	}

	/**
	 * Return the part of the text of a function whose words name views and tables that
	 * cannot be dropped before it.
	 */
	public String holding(Function function) {
		return "";
	}

	/** Return the SQL of triggers of the same database. */
	public final TriggerDialect triggers() {
		return this.dialect;
	}

	/**
	 * Return every reason why the database cannot have a function as it is declared, each
	 * with its remedy; empty if it can.
	 */
	public final List<String> problems(FunctionDefinition function) {
		List<String> problems = new ArrayList<>();
		Arrays.stream(FunctionFeature.values())
			.filter((feature) -> feature.usedBy(function) && !features().contains(feature))
			.filter((feature) -> !function.complete() || feature == FunctionFeature.REMARKS)
			.forEach((feature) -> problems.add(problem(function, feature.attribute(), "a function cannot have it there",
					"leave it out, or limit the change to other databases by dbms")));
		this.dialect.nameProblem(function.name().name())
			.ifPresent((reason) -> problems
				.add(problem(function, "functionName", "the name " + reason, "choose another one")));
		Storable.problem(function.text())
			.ifPresent((reason) -> problems
				.add(problem(function, "functionBody", "the text " + reason, "take it out, or write it as an escape")));
		problems.addAll(function.complete() ? contradictions(function) : furtherProblems(function));
		return problems;
	}

	/** Return what else is in the way of a function that is no complete statement. */
	List<String> furtherProblems(FunctionDefinition function) {
		return List.of();
	}

	private List<String> contradictions(FunctionDefinition function) {
		Optional<RelationName> created = FunctionHeader.name(function.text(), UnaryOperator.identity());
		if (created.isEmpty()) {
			return List.of(problem(function, "functionBody", "the statement creates no function",
					"write a complete CREATE FUNCTION statement, or the body alone"));
		}
		List<String> problems = new ArrayList<>();
		if (!created.get().name().equalsIgnoreCase(function.name().name())) {
			problems.add(problem(function, "functionName", "the statement creates " + created.get().name(),
					"let the two agree"));
		}
		String schema = (function.name().schema() != null) ? function.name().schema() : function.name().catalog();
		if (schema != null && created.get().schema() != null && !schema.equalsIgnoreCase(created.get().schema())) {
			problems.add(problem(function, "schemaName", "the statement creates it in " + created.get().schema(),
					"let the two agree"));
		}
		Stream<String> features = Arrays.stream(FunctionFeature.values())
			.filter((feature) -> feature != FunctionFeature.REMARKS && feature.usedBy(function))
			.map(FunctionFeature::attribute);
		Stream.concat((function.returns() != null) ? Stream.of("returns") : Stream.of(), features)
			.forEach((attribute) -> problems
				.add(problem(function, attribute, "a complete statement says that itself", "write it there")));
		return problems;
	}

	/**
	 * Return the name of the function that a complete statement creates, with its schema
	 * if that is written; empty for any other text.
	 */
	public final Optional<RelationName> created(String text) {
		return TriggerHeader.isCreate(text) ? FunctionHeader.name(text, this.dialect::fold) : Optional.empty();
	}

	/** A statement that names no schema would work in that of the session. */
	private String inSchema(FunctionDefinition function) {
		return FunctionHeader.qualified(function.text(), this.dialect.qualifier(function.name()));
	}

	final String problem(FunctionDefinition function, String attribute, String reason, String remedy) {
		return "%s, function %s, attribute '%s': %s; %s".formatted(this.dialect.name(), function.name(), attribute,
				reason, remedy);
	}

	/**
	 * Return the statements that create a function, in order, each complete and without
	 * delimiter.
	 * @param replace whether a function of the same name and arguments is replaced
	 */
	public final List<String> create(FunctionDefinition function, boolean replace) {
		List<String> statements = new ArrayList<>();
		String create = "CREATE";
		if (replace && orReplace().isEmpty()) {
			statements.addAll(drop(function));
		}
		if (replace) {
			create += orReplace();
		}
		statements.add(function.complete() ? complete(inSchema(function), create) : structured(function, create));
		statements.addAll(afterCreate(function));
		if (function.remarks() != null) {
			statements.addAll(comment(function, function.remarks()));
		}
		return statements;
	}

	/** Return the statements that create a function of the catalog again. */
	public final List<String> create(Function function) {
		return Stream.concat(create(definition(function), false).stream(), restoredRights(function).stream()).toList();
	}

	/** The statements that give a function back to its owner and who may call it. */
	List<String> restoredRights(Function function) {
		return List.of();
	}

	/** Return the statements that put one function into the place of another. */
	public final List<String> replace(Function present, Function wanted) {
		return replace(present, definition(wanted));
	}

	/** Return the statements that put a declared function into the place of another. */
	public final List<String> replace(Function present, FunctionDefinition wanted) {
		return orReplace().isEmpty() ? Stream.concat(drop(present).stream(), create(wanted, false).stream()).toList()
				: replaceAtOnce(present, wanted);
	}

	/** The statements where the database has one that replaces a function. */
	List<String> replaceAtOnce(Function present, FunctionDefinition wanted) {
		return create(wanted, true);
	}

	/**
	 * Return the step that puts a declared function into the place of another, which
	 * comes back when that fails. A comment that is not declared stays.
	 */
	public final TriggerStep replacement(Function present, FunctionDefinition declared) {
		FunctionDefinition wanted = declared.commentedAs(present);
		List<String> statements = replace(present, wanted);
		if (statements.size() == 1 || this.dialect.transactionalDdl()) {
			return TriggerStep.of(statements);
		}
		List<String> undo = orReplace().isEmpty()
				? Stream.concat(overloads() ? Stream.of() : drop(wanted).stream(), create(present).stream()).toList()
				: create(definition(present), true);
		return TriggerStep.undone(statements, undo.stream().map(List::of).toList());
	}

	/**
	 * Return the statements of a script that creates a declared function.
	 * @param replaced the function of its name and arguments that there is by then
	 * @param others the functions of the name with other arguments
	 */
	public List<String> script(FunctionDefinition declared, Optional<Function> replaced, List<Function> others) {
		return replaced.map((present) -> replace(present, declared.commentedAs(present)))
			.orElseGet(() -> create(declared, true));
	}

	/** Return a declared function as the catalog has it in the place of another one. */
	public final Function declared(FunctionDefinition declared, Optional<Function> replaced) {
		FunctionDefinition function = replaced.map(declared::commentedAs).orElse(declared);
		return new Function(function.name(), FunctionArguments.types(FunctionHeader.arguments(function)),
				function.name().name(), Objects.requireNonNullElse(function.language(), ""),
				create(function, false).get(0), List.of(), Optional.ofNullable(function.remarks()),
				replaced.flatMap(Function::rights));
	}

	/**
	 * Return the statements of a script that restores functions, whatever is there of
	 * their name and arguments by the time that it runs.
	 * @param arguments the argument types, {@code null} if there is only one function of
	 * the name
	 * @param former the functions of the name and arguments to restore, none to drop what
	 * is there
	 * @param others the functions of the name with other arguments
	 */
	public List<String> script(RelationName function, @Nullable String arguments, List<Function> former,
			List<Function> others) {
		return former.isEmpty() ? drop(function, arguments)
				: former.stream()
					.flatMap((old) -> Stream.concat(replace(old, old).stream(), restoredRights(old).stream()))
					.toList();
	}

	private FunctionDefinition definition(Function function) {
		return new FunctionDefinition(function.name(), "", null, null, false, null, statement(function),
				function.remarks().orElse(null));
	}

	/** The statement that creates a function of the catalog in its own schema. */
	String statement(Function function) {
		return function.definition();
	}

	/** A function as it was declared, where the catalog shows it in another form. */
	Function original(Connection connection, Function shown) throws SQLException {
		return shown;
	}

	/** Return the statements that drop what {@link #create} creates, if it is there. */
	public final List<String> drop(FunctionDefinition function) {
		return drop(function.name(), signature(function));
	}

	/** Return the statements that drop a function of the catalog, and no other. */
	public List<String> drop(Function function) {
		return drop(function.name(), overloads() ? function.arguments() : null);
	}

	/**
	 * Return the statements that drop a function. They succeed when there is none.
	 * @param arguments the argument types, {@code null} if there is only one function of
	 * the name
	 */
	public List<String> drop(RelationName function, @Nullable String arguments) {
		return List.of("DROP FUNCTION IF EXISTS " + qualified(function));
	}

	/**
	 * Return the statements of a drop that leaves a function which an object of another
	 * kind needs, where the database refuses that.
	 */
	public List<String> unlessNeeded(List<String> drop) {
		return drop;
	}

	/** Return whether functions of one name differ in their arguments. */
	public boolean overloads() {
		return false;
	}

	/**
	 * Return whether a function of the catalog has the arguments of a declaration, which
	 * may name its parameters and write types in another way.
	 */
	public final boolean hasArguments(Function function, String arguments) {
		return !overloads() || new FunctionArguments(arguments, synonyms()).fit(function.argumentTypes());
	}

	/** The types of the catalog by the other names that they have, in lower case. */
	Map<String, String> synonyms() {
		return Map.of("int", "integer", "dec", "decimal", "char", "character", "character varying", "varchar");
	}

	abstract Set<FunctionFeature> features();

	/** The words for a replacement after CREATE, empty if there are none. */
	String orReplace() {
		return "";
	}

	/** The statement around a body. */
	String structured(FunctionDefinition function, String create) {
		return create + " FUNCTION " + qualified(function.name()) + "(" + function.arguments() + ")\nRETURNS "
				+ function.returns() + language(function) + "\n" + body(function);
	}

	String language(FunctionDefinition function) {
		return "";
	}

	String body(FunctionDefinition function) {
		SqlText body = this.dialect.text(function.text());
		return body.startsWith("RETURN") ? body.unterminated() : body.block(begin(), "END");
	}

	String begin() {
		return "BEGIN";
	}

	/** The statements that belong to the creation and follow it. */
	List<String> afterCreate(FunctionDefinition function) {
		return List.of();
	}

	/** The statements that comment on a function, where it has remarks. */
	List<String> comment(FunctionDefinition function, String remarks) {
		return List.of();
	}

	String complete(String statement, String create) {
		SqlText text = this.dialect.text(statement);
		return text.startsWith("CREATE") ? text.withFirstWords(create) : text.unterminated();
	}

	/**
	 * Return the arguments by which statements tell a function from others of its name.
	 */
	public String signature(FunctionDefinition function) {
		return String.join(", ", FunctionHeader.arguments(function));
	}

	final String qualified(RelationName name) {
		return this.dialect.qualified(name);
	}

	final String literal(String text) {
		return this.dialect.literal(text);
	}

}
