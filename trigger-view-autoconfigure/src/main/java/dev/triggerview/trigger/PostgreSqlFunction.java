package dev.triggerview.trigger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The function that a body becomes on PostgreSQL. Its comment starts with {@value #MARK};
 * a function without it is never replaced nor dropped.
 *
 * <p>
 * Two tables may have triggers of one name, so that the name of the function begins with
 * the table, and two underscores tell where it ends: {@code a_b} on {@code c} and
 * {@code b} on {@code c_a} have functions of their own. The name may be an older one;
 * dropping therefore asks the catalog which function the trigger calls.
 */
record PostgreSqlFunction(PostgreSqlDialect dialect, TriggerDefinition trigger) {

	static final String MARK = "trigger-view:";

	private static final String END_OF_TABLE = "__";

	private static final String SUFFIX = "_tv_fn";

	RelationName name() {
		return name(this.dialect, this.trigger.table(), this.trigger.name());
	}

	private static RelationName name(PostgreSqlDialect dialect, RelationName table, String trigger) {
		return RelationName.of(table.schema(),
				dialect.nameLimit().derive(table.name() + END_OF_TABLE + trigger + endOfTable(table), SUFFIX));
	}

	/** What tells where the name of the table ends, if it does not itself. */
	private static String endOfTable(RelationName table) {
		return tellsItsEnd(table.name()) ? "" : "_" + NameLimit.sha256(table.name()).substring(0, 8);
	}

	private static boolean tellsItsEnd(String table) {
		return (table + END_OF_TABLE).indexOf(END_OF_TABLE) == table.length();
	}

	List<String> statements() {
		String signature = this.dialect.qualified(name()) + "()";
		String create = create(signature);
		return List.of(refuseForeign(this.dialect, name(), this.trigger.name(), this.trigger.table()), create,
				"COMMENT ON FUNCTION " + signature + " IS " + this.dialect.literal(MARK + NameLimit.sha256(create)));
	}

	/** A table that was dropped took the trigger along and left the function. */
	static String dropWithTrigger(PostgreSqlDialect dialect, String trigger, RelationName table) {
		String relation = dialect.relation(table);
		return dollarQuoted("DO ", """
				DECLARE
				called oid := coalesce((SELECT tgfoid FROM pg_catalog.pg_trigger
				WHERE tgrelid = pg_catalog.to_regclass(%1$s) AND tgname = %2$s AND NOT tgisinternal),
				%6$s);
				BEGIN
				DROP TRIGGER IF EXISTS %3$s ON %4$s;
				IF pg_catalog.obj_description(called, 'pg_proc') LIKE '%5$s%%'
				AND NOT EXISTS (SELECT FROM pg_catalog.pg_trigger WHERE tgfoid = called) THEN
				EXECUTE 'DROP FUNCTION ' || called::regprocedure;
				END IF;
				END
				""".formatted(dialect.escaped(relation), dialect.escaped(trigger), dialect.quote(trigger), relation,
				MARK, procedure(dialect, name(dialect, table, trigger))));
	}

	static String dropUnused(PostgreSqlDialect dialect, RelationName function) {
		return dollarQuoted("DO ", """
				DECLARE
				unused oid := %s;
				BEGIN
				IF pg_catalog.obj_description(unused, 'pg_proc') LIKE '%s%%'
				AND NOT EXISTS (SELECT FROM pg_catalog.pg_trigger WHERE tgfoid = unused) THEN
				EXECUTE 'DROP FUNCTION ' || unused::regprocedure;
				END IF;
				END
				""".formatted(procedure(dialect, function), MARK));
	}

	/** Gives the function that was created with a trigger the name that belongs to it. */
	static String renameWithTrigger(PostgreSqlDialect dialect, String trigger, RelationName table, String newName) {
		RelationName present = name(dialect, table, trigger);
		RelationName wanted = name(dialect, table, newName);
		return dollarQuoted("DO ", """
				DECLARE
				called oid := (SELECT tgfoid FROM pg_catalog.pg_trigger WHERE tgrelid = pg_catalog.to_regclass(%1$s)
				AND tgname = %2$s AND NOT tgisinternal);
				BEGIN
				ALTER TRIGGER %3$s ON %4$s RENAME TO %5$s;
				IF called = %6$s AND %7$s IS NULL
				AND pg_catalog.obj_description(called, 'pg_proc') LIKE '%8$s%%' THEN
				ALTER FUNCTION %9$s() RENAME TO %10$s;
				END IF;
				END
				""".formatted(dialect.escaped(dialect.relation(table)), dialect.escaped(trigger),
				dialect.quote(trigger), dialect.relation(table), dialect.quote(newName), procedure(dialect, present),
				procedure(dialect, wanted), MARK, dialect.qualified(present), dialect.quote(wanted.name())));
	}

	/**
	 * Give the functions that were created with triggers the names that belong to them
	 * under a new name of their table: the next table of the old name has a trigger of
	 * the same name, too.
	 */
	static List<String> followRenaming(PostgreSqlDialect dialect, List<Trigger> triggers, Set<RelationName> ours,
			RelationName renamed) {
		return triggers.stream()
			.filter((trigger) -> trigger.function()
				.filter((function) -> ours.contains(function)
						&& function.equals(name(dialect, trigger.table(), trigger.name())))
				.isPresent())
			.map((trigger) -> renameIfFree(dialect, name(dialect, trigger.table(), trigger.name()),
					name(dialect, trigger.table().sibling(renamed.name()), trigger.name())))
			.toList();
	}

	/**
	 * The same for a script, which finds the triggers when it runs. A name with a hash,
	 * because it is too long, stays.
	 */
	static String followRenaming(PostgreSqlDialect dialect, RelationName relation, RelationName renamed) {
		return dollarQuoted("DO ",
				"""
						DECLARE
						called record;
						BEGIN
						FOR called IN SELECT f.pronamespace::regnamespace AS home, f.proname AS present,
						%4$s || t.tgname || %5$s AS wanted
						FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_proc f ON f.oid = t.tgfoid
						WHERE t.tgrelid = pg_catalog.to_regclass(%1$s) AND NOT t.tgisinternal
						AND f.proname = %2$s || t.tgname || %3$s
						AND pg_catalog.obj_description(f.oid, 'pg_proc') LIKE '%6$s%%' LOOP
						IF octet_length(called.wanted) <= %7$s AND pg_catalog.to_regprocedure(
						pg_catalog.format('%%s.%%I()', called.home, called.wanted)) IS NULL THEN
						EXECUTE pg_catalog.format('ALTER FUNCTION %%s.%%I() RENAME TO %%I',
						called.home, called.present, called.wanted);
						END IF;
						END LOOP;
						END
						""".formatted(dialect.escaped(dialect.relation(renamed)),
						dialect.escaped(relation.name() + END_OF_TABLE), dialect.escaped(endOfTable(relation) + SUFFIX),
						dialect.escaped(renamed.name() + END_OF_TABLE), dialect.escaped(endOfTable(renamed) + SUFFIX),
						MARK, dialect.nameLimit().length()));
	}

	/** Give the function of a trigger that the store has the name that it has there. */
	static List<String> follow(PostgreSqlDialect dialect, KeptTrigger trigger, KeptTrigger moved) {
		Optional<RelationName> present = trigger.trigger().function();
		Optional<RelationName> wanted = moved.trigger().function();
		return (present.isEmpty() || wanted.isEmpty() || present.equals(wanted)) ? List.of()
				: List.of(renameIfFree(dialect, present.get(), wanted.get()));
	}

	private static String renameIfFree(PostgreSqlDialect dialect, RelationName function, RelationName wanted) {
		return dollarQuoted("DO ", """
				BEGIN
				IF %s IS NULL AND %s IS NOT NULL THEN
				ALTER FUNCTION %s() RENAME TO %s;
				END IF;
				END
				""".formatted(procedure(dialect, wanted), procedure(dialect, function), dialect.qualified(function),
				dialect.quote(wanted.name())));
	}

	/**
	 * Give the function of a trigger that the store has the name that belongs to it, so
	 * that it is not taken for that of the next trigger with the old name.
	 */
	static KeptTrigger renamed(PostgreSqlDialect dialect, KeptTrigger trigger, KeptTrigger old) {
		RelationName function = name(dialect, old.table(), old.name());
		if (old.function().isEmpty() || old.trigger().function().filter(function::equals).isEmpty()) {
			return trigger;
		}
		RelationName wanted = name(dialect, trigger.table(), trigger.name());
		String quoted = dialect.quote(wanted.name());
		List<String> statements = old.function()
			.stream()
			.filter((part) -> !part.startsWith("DO "))
			.map((part) -> PostgreSqlRights.isDeclared(part) ? part : new CreateStatement(part).function(quoted).sql())
			.toList();
		return trigger.calling(trigger.name(),
				new CreateStatement(trigger.trigger().definition()).calling(quoted).sql(), wanted,
				Stream
					.concat(Stream.of(refuseForeign(dialect, wanted, trigger.name(), trigger.table())),
							statements.stream())
					.toList());
	}

	/** One statement that runs several. */
	static String atOnce(PostgreSqlDialect dialect, List<String> statements) {
		return dollarQuoted("DO ",
				statements.stream()
					.map((sql) -> "EXECUTE " + dialect.escaped(sql) + ";\n")
					.collect(Collectors.joining("", "BEGIN\n", "END\n")));
	}

	/** Read the functions with our mark that triggers call. */
	static Map<RelationName, List<String>> read(PostgreSqlDialect dialect, Connection connection,
			List<Trigger> triggers) throws SQLException {
		String query = "SELECT * FROM (" + CatalogQuery.resource("function/postgresql.sql")
				+ ") f WHERE function_name = ANY (?) AND argument_type IS NULL AND remarks LIKE '" + MARK + "%'";
		Map<RelationName, List<String>> functions = new HashMap<>();
		try (PreparedStatement statement = connection.prepareStatement(query)) {
			statement.setArray(1,
					connection.createArrayOf("text",
							triggers.stream()
								.flatMap((trigger) -> trigger.function().stream())
								.map(RelationName::name)
								.toArray()));
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					Function function = FunctionRow.of(rows).function();
					functions.put(RelationName.of(function.name().schema(), function.name().name()),
							statements(dialect, function));
				}
			}
		}
		return functions;
	}

	private static List<String> statements(PostgreSqlDialect dialect, Function function) {
		return Stream
			.concat(Stream.of(function.definition(), "COMMENT ON FUNCTION " + dialect.qualified(function.name())
					+ "() IS " + dialect.escaped(function.remarks().orElse(""))), function.rights().stream())
			.toList();
	}

	private static String refuseForeign(PostgreSqlDialect dialect, RelationName function, String trigger,
			RelationName table) {
		return dollarQuoted("DO ",
				"""
						DECLARE
						present oid := %1$s;
						BEGIN
						IF present IS NOT NULL
						AND coalesce(pg_catalog.obj_description(present, 'pg_proc') NOT LIKE '%2$s%%', true) THEN
						RAISE EXCEPTION USING MESSAGE = %3$s,
						HINT = 'Rename the function or the trigger, or name the function as functionName.';
						END IF;
						IF EXISTS (SELECT FROM pg_catalog.pg_trigger WHERE tgfoid = present
						AND tgparentid = 0 AND NOT (tgname = %4$s AND tgrelid = pg_catalog.to_regclass(%5$s))) THEN
						RAISE EXCEPTION USING MESSAGE = %6$s,
						HINT = 'Rename the trigger, or name a function of both as functionName.';
						END IF;
						END
						""".formatted(procedure(dialect, function), MARK,
						dialect.escaped("Function " + function + " exists and was not created with a trigger"),
						dialect.escaped(trigger), dialect.escaped(dialect.relation(table)),
						dialect.escaped("Function " + function + " exists and another trigger uses it")));
	}

	/**
	 * A function is created in the current schema, while a name without a schema finds
	 * those of the whole search path.
	 */
	private static String procedure(PostgreSqlDialect dialect, RelationName function) {
		String schema = (function.schema() != null) ? ""
				: "pg_catalog.quote_ident(pg_catalog.current_schema()) || '.' || ";
		return "pg_catalog.to_regprocedure(" + schema + dialect.escaped(dialect.qualified(function) + "()") + ")";
	}

	private String create(String signature) {
		FunctionOptions options = this.trigger.functionOptions();
		String header = "CREATE OR REPLACE FUNCTION " + signature + " RETURNS trigger\nLANGUAGE "
				+ this.dialect.quote(options.language()) + (options.securityDefiner() ? " SECURITY DEFINER" : "")
				+ searchPath(options.searchPath()) + "\nAS ";
		return dollarQuoted(header, body(options));
	}

	private static String searchPath(@Nullable String searchPath) {
		return (searchPath != null) ? "\nSET search_path = " + searchPath : "";
	}

	String body(FunctionOptions options) {
		SqlText body = this.dialect.body(this.trigger);
		if (!options.language().equalsIgnoreCase("plpgsql") || isCompleteBlock(body)) {
			return body.terminated() + "\n";
		}
		String result = body.contains("RETURN") ? "" : "RETURN " + result() + ";\n";
		return "BEGIN\n" + body.terminated() + "\n" + result + "END\n";
	}

	private static boolean isCompleteBlock(SqlText body) {
		return body.startsWith("BEGIN", "DECLARE") && body.contains("RETURN");
	}

	/** A row trigger before or instead of the write returns the row to write. */
	private String result() {
		if (this.trigger.timing() == TriggerTiming.AFTER
				|| this.dialect.effectiveLevel(this.trigger) == TriggerLevel.STATEMENT) {
			return "NULL";
		}
		if (!this.trigger.events().contains(TriggerEvent.DELETE)) {
			return "NEW";
		}
		return (this.trigger.events().size() == 1) ? "OLD" : "CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END";
	}

	static String dollarQuoted(String before, String text) {
		String tag = "$tv$";
		for (int i = 1; text.contains(tag.substring(0, tag.length() - 1)); i++) {
			tag = "$tv" + i + "$";
		}
		return before + tag + "\n" + text + tag;
	}

}
