package dev.triggerview.trigger;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Oracle Database 19c PL/SQL Language Reference, CREATE FUNCTION. */
final class OracleFunctions extends FunctionDialect {

	private final OracleDialect dialect;

	OracleFunctions() {
		this(new OracleDialect());
	}

	private OracleFunctions(OracleDialect dialect) {
		super(dialect);
		this.dialect = dialect;
	}

	@Override
	Set<FunctionFeature> features() {
		return EnumSet.of(FunctionFeature.SECURITY_DEFINER);
	}

	@Override
	String orReplace() {
		return " OR REPLACE";
	}

	/** Without parameters there must be no parentheses. */
	@Override
	String structured(FunctionDefinition function, String create) {
		String arguments = function.arguments().isBlank() ? "" : "(" + function.arguments() + ")";
		return create + " FUNCTION " + qualified(function.name()) + arguments + "\nRETURN " + function.returns()
				+ (function.securityDefiner() ? "" : " AUTHID CURRENT_USER") + "\nAS\n" + body(function);
	}

	/** Declarations stand without a word between AS and BEGIN. */
	@Override
	String body(FunctionDefinition function) {
		SqlText body = new SqlText(function.text());
		return body.contains("BEGIN") ? body.terminated() : new SqlText(body.block("BEGIN", "END")).terminated();
	}

	@Override
	String complete(String statement, String create) {
		String text = new SqlText(triggers().complete(statement)).withFirstWords(create);
		return new SqlText(text).terminated();
	}

	@Override
	List<String> afterCreate(FunctionDefinition function) {
		return List.of(this.dialect.refuseInvalid("FUNCTION", function.name()));
	}

	/** {@code IF EXISTS} came with 23ai; ORA-04043 says that there is no such object. */
	@Override
	public List<String> drop(RelationName function, @Nullable String arguments) {
		return List.of("""
				BEGIN
				EXECUTE IMMEDIATE %s;
				EXCEPTION WHEN OTHERS THEN
				IF SQLCODE <> -4043 THEN RAISE; END IF;
				END;""".formatted(literal("DROP FUNCTION " + qualified(function))));
	}

}
