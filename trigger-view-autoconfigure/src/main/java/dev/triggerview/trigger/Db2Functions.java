package dev.triggerview.trigger;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** Db2 11.5 for Linux, UNIX and Windows, CREATE FUNCTION. */
final class Db2Functions extends FunctionDialect {

	Db2Functions() {
		super(new Db2Dialect());
	}

	@Override
	Set<FunctionFeature> features() {
		return EnumSet.of(FunctionFeature.REMARKS);
	}

	@Override
	public boolean overloads() {
		return true;
	}

	@Override
	String orReplace() {
		return " OR REPLACE";
	}

	@Override
	String language(FunctionDefinition function) {
		return "\nLANGUAGE SQL READS SQL DATA";
	}

	@Override
	List<String> comment(FunctionDefinition function, String remarks) {
		return List.of("COMMENT ON FUNCTION " + qualified(function.name()) + "(" + signature(function) + ") IS "
				+ literal(remarks));
	}

	/** The types alone: a statement that drops must not name the parameters. */
	@Override
	public String signature(FunctionDefinition function) {
		return FunctionHeader.arguments(function)
			.stream()
			.map((argument) -> argument.replaceFirst("(?i)^(IN|OUT|INOUT)\\s+", ""))
			.map((argument) -> argument.substring(SqlToken.words(argument).get(0).end()).strip())
			.collect(Collectors.joining(", "));
	}

	/**
	 * There is no {@code IF EXISTS}; SQLSTATE 42704 and 42883 say that there is no such
	 * function.
	 */
	@Override
	public List<String> drop(RelationName function, @Nullable String arguments) {
		String types = (arguments != null) ? "(" + arguments + ")" : "";
		return List.of("""
				BEGIN
				DECLARE CONTINUE HANDLER FOR SQLSTATE '42704' BEGIN END;
				DECLARE CONTINUE HANDLER FOR SQLSTATE '42883' BEGIN END;
				EXECUTE IMMEDIATE %s;
				END""".formatted(literal("DROP FUNCTION " + qualified(function) + types)));
	}

}
