package dev.triggerview.trigger;

import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Gives a function that is created again back to the role that owned it, and to those who
 * could call it: PL/pgSQL that warns of what the role of the session may not do.
 *
 * <p>
 * The owner comes first, so that the rights of the others are granted by it. A role
 * without the rights of the owner would lose its own on the function, and cannot comment
 * on it nor create a trigger that calls it.
 *
 * @param signature the function as a text literal
 * @param declarations what {@link Function#rights()} tells
 */
record PostgreSqlRights(String signature, String declarations) {

	private static final String OWNER = "owner CONSTANT name := ";

	static Optional<PostgreSqlRights> of(PostgreSqlDialect dialect, Function function) {
		return function.rights()
			.map((declarations) -> new PostgreSqlRights(signature(dialect, function.name(), function.arguments()),
					declarations));
	}

	/**
	 * Return the statements of a trigger function that is kept with what declares its
	 * rights.
	 */
	static Stream<String> expanded(PostgreSqlDialect dialect, KeptTrigger trigger) {
		return trigger.function()
			.stream()
			.map((part) -> isDeclared(part)
					? new PostgreSqlRights(signature(dialect, trigger.trigger().function().orElseThrow(), ""), part)
						.statement()
					: part);
	}

	/** Return whether a part of what is kept of a function declares its rights. */
	static boolean isDeclared(String part) {
		return part.startsWith(OWNER);
	}

	private static String signature(PostgreSqlDialect dialect, RelationName name, String arguments) {
		return dialect.escaped(dialect.qualified(name) + "(" + arguments + ")");
	}

	/** Return a block that declares what the {@link #code} needs. */
	static String around(@Nullable PostgreSqlRights rights, String code) {
		return PostgreSqlFunction.dollarQuoted("DO ", (rights != null)
				? rights.declared() + "grantee text;\nBEGIN\n%s\nEND\n".formatted(code) : "BEGIN\n" + code + "\nEND\n");
	}

	/** Return the statement that restores the rights. */
	String statement() {
		return around(this, code());
	}

	private String declared() {
		return "DECLARE\nfn CONSTANT text := " + this.signature + ";\n" + this.declarations + "\n";
	}

	/** Return what restores the rights in a block that is {@link #around} it. */
	String code() {
		return """
				BEGIN
				IF NOT pg_catalog.pg_has_role(owner, 'USAGE') THEN
				RAISE insufficient_privilege USING MESSAGE = pg_catalog.format('role %I has not the rights of role %I',
				current_user, owner);
				END IF;
				EXECUTE pg_catalog.format('ALTER FUNCTION %s OWNER TO %I', fn, owner);
				EXCEPTION WHEN insufficient_privilege OR undefined_object THEN
				RAISE WARNING 'Function % belongs to % and no longer to %: %. Let a superuser run ALTER FUNCTION % OWNER TO %',
				fn, current_user, owner, SQLERRM, fn, pg_catalog.quote_ident(owner);
				IF SQLSTATE = '42501' AND grantees IS NOT NULL THEN
				grantees := grantees || pg_catalog.quote_ident(owner);
				END IF;
				END;
				IF grantees IS NOT NULL THEN
				EXECUTE 'REVOKE ALL ON FUNCTION ' || fn || ' FROM PUBLIC';
				FOREACH grantee IN ARRAY grantees LOOP
				BEGIN
				EXECUTE 'GRANT EXECUTE ON FUNCTION ' || fn || ' TO ' || grantee;
				EXCEPTION WHEN undefined_object THEN
				RAISE WARNING '%', SQLERRM;
				END;
				END LOOP;
				END IF;""";
	}

}
