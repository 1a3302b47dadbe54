package dev.triggerview.trigger;

import java.util.List;
import java.util.Set;

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

	@Override
	String language(FunctionDefinition function) {
		return "\nREADS SQL DATA";
	}

	@Override
	String begin() {
		return "BEGIN ATOMIC";
	}

}
