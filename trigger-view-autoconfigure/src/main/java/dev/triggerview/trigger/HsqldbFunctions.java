package dev.triggerview.trigger;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * HSQLDB 2.7 guide, SQL-Invoked Routines. A statement with the name of several functions
 * drops them together; one of them has a name of its own in the catalog.
 */
final class HsqldbFunctions extends FunctionDialect {

	HsqldbFunctions() {
		super(new HsqldbDialect());
	}

	@Override
	public boolean holdsTables() {
		return true;
	}

	@Override
	Set<FunctionFeature> features() {
		return Set.of();
	}

	@Override
	public boolean overloads() {
		return true;
	}

	@Override
	public List<String> drop(Function function) {
		return List.of("DROP SPECIFIC FUNCTION "
				+ qualified(RelationName.of(function.name().schema(), function.specificName())));
	}

	/** A script knows no name of the catalog that lasts until then. */
	@Override
	public List<String> script(RelationName function, @Nullable String arguments, List<Function> former,
			List<Function> others) {
		return Stream
			.of(drop(function, arguments).stream(),
					Stream.concat(former.stream(), others.stream()).flatMap((old) -> create(old).stream()))
			.flatMap((statements) -> statements)
			.toList();
	}

	@Override
	public List<String> script(FunctionDefinition declared, Optional<Function> replaced, List<Function> others) {
		return Stream
			.concat(create(declared, true).stream(), others.stream().flatMap((other) -> create(other).stream()))
			.toList();
	}

	@Override
	String language(FunctionDefinition function) {
		return "\nREADS SQL DATA";
	}

	@Override
	String begin() {
		return "BEGIN ATOMIC";
	}

}
