package dev.triggerview.trigger;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** PostgreSQL 18, CREATE FUNCTION. */
final class PostgreSqlFunctions extends FunctionDialect {

	private final PostgreSqlDialect dialect;

	PostgreSqlFunctions() {
		this(new PostgreSqlDialect());
	}

	private PostgreSqlFunctions(PostgreSqlDialect dialect) {
		super(dialect);
		this.dialect = dialect;
	}

	@Override
	Set<FunctionFeature> features() {
		return EnumSet.allOf(FunctionFeature.class);
	}

	@Override
	public boolean overloads() {
		return true;
	}

	/** PostgreSQL 18, Data Types, table 8.1. */
	@Override
	Map<String, String> synonyms() {
		return Map.ofEntries(Map.entry("int", "integer"), Map.entry("int4", "integer"), Map.entry("int8", "bigint"),
				Map.entry("int2", "smallint"), Map.entry("bool", "boolean"), Map.entry("decimal", "numeric"),
				Map.entry("varchar", "character varying"), Map.entry("char", "character"),
				Map.entry("bpchar", "character"), Map.entry("varbit", "bit varying"), Map.entry("float4", "real"),
				Map.entry("float8", "double precision"), Map.entry("float", "double precision"),
				Map.entry("timestamp", "timestamp without time zone"),
				Map.entry("timestamptz", "timestamp with time zone"), Map.entry("time", "time without time zone"),
				Map.entry("timetz", "time with time zone"));
	}

	@Override
	String orReplace() {
		return " OR REPLACE";
	}

	/**
	 * A function with other names of parameters, another type that it returns or fewer
	 * default values is not replaced; it is dropped before, unless something depends on
	 * it.
	 */
	@Override
	List<String> replaceAtOnce(Function present, FunctionDefinition wanted) {
		List<String> statements = new ArrayList<>(create(wanted, true));
		Optional<PostgreSqlRights> rights = rights(present);
		statements.set(0, PostgreSqlRights.around(rights.orElse(null), """
				%s;
				EXCEPTION WHEN invalid_function_definition THEN
				%s;
				%s;
				%s""".formatted(executed(statements.get(0)), drop(present).get(0),
				executed(create(wanted, false).get(0)), rights.map(PostgreSqlRights::code).orElse(""))));
		if (wanted.remarks() == null && present.remarks().isPresent()) {
			statements.addAll(comment(wanted, ""));
		}
		return statements;
	}

	@Override
	List<String> restoredRights(Function function) {
		return rights(function).map(PostgreSqlRights::statement).stream().toList();
	}

	private Optional<PostgreSqlRights> rights(Function function) {
		return PostgreSqlRights.of(this.dialect, function);
	}

	private static String executed(String sql) {
		return PostgreSqlFunction.dollarQuoted("EXECUTE ", sql);
	}

	@Override
	String language(FunctionDefinition function) {
		String language = "\nLANGUAGE "
				+ this.dialect.quote(Objects.requireNonNullElse(function.language(), "plpgsql"));
		language += function.securityDefiner() ? " SECURITY DEFINER" : "";
		return (function.searchPath() != null) ? language + "\nSET search_path = " + function.searchPath() : language;
	}

	@Override
	String body(FunctionDefinition function) {
		SqlText text = this.dialect.text(function.text());
		String code = isPlPgSql(function) ? text.block("BEGIN", "END") : text.text();
		return PostgreSqlFunction.dollarQuoted("AS ", code + "\n");
	}

	private static boolean isPlPgSql(FunctionDefinition function) {
		return function.language() == null || function.language().equalsIgnoreCase("plpgsql");
	}

	@Override
	List<String> comment(FunctionDefinition function, String remarks) {
		return List.of("COMMENT ON FUNCTION " + qualified(function.name()) + "(" + signature(function) + ") IS "
				+ this.dialect.escaped(remarks));
	}

	/** Such as an event trigger, an operator, a domain or an aggregate. */
	@Override
	public List<String> unlessNeeded(List<String> drop) {
		return drop.stream().map((sql) -> PostgreSqlFunction.dollarQuoted("DO ", """
				BEGIN
				%s;
				EXCEPTION WHEN dependent_objects_still_exist THEN
				RAISE WARNING '%%', SQLERRM;
				END
				""".formatted(sql))).toList();
	}

	/**
	 * What is in a body counts only if that is no literal: PostgreSQL 18, Dependency
	 * Tracking. A function that a trigger calls has only one.
	 */
	@Override
	public String holding(Function function) {
		String declared = function.definition().split("\nAS [$']", 2)[0];
		return function.callers().isEmpty() ? declared.substring(declared.indexOf('(')) : "";
	}

	@Override
	public List<String> drop(RelationName function, @Nullable String arguments) {
		String types = (arguments != null)
				? "(" + String.join(", ", FunctionHeader.arguments("FUNCTION f(" + arguments + ")")) + ")" : "";
		return List.of("DROP FUNCTION IF EXISTS " + qualified(function) + types);
	}

}
