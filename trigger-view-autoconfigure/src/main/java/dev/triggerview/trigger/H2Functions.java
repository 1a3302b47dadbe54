package dev.triggerview.trigger;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** H2 2.4, CREATE ALIAS: a function is Java source, with its arguments and its type. */
final class H2Functions extends FunctionDialect {

	H2Functions() {
		super(new H2Dialect());
	}

	@Override
	Set<FunctionFeature> features() {
		return EnumSet.of(FunctionFeature.REMARKS);
	}

	@Override
	List<String> furtherProblems(FunctionDefinition function) {
		return H2Dialect.isSource(function.text()) ? List.of()
				: List.of(problem(function, "functionBody", "the body is not the source of a static Java method",
						"write one, or limit the change to other databases by dbms"));
	}

	@Override
	String structured(FunctionDefinition function, String create) {
		return create + " ALIAS " + qualified(function.name()) + " AS " + literal(function.text().strip());
	}

	@Override
	List<String> comment(FunctionDefinition function, String remarks) {
		return List.of("COMMENT ON ALIAS " + qualified(function.name()) + " IS " + literal(remarks));
	}

	@Override
	public List<String> drop(RelationName function, @Nullable String arguments) {
		return List.of("DROP ALIAS IF EXISTS " + qualified(function));
	}

}
