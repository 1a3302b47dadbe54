package dev.triggerview.trigger;

import java.util.Set;

/** Microsoft SQL Server 2017, CREATE FUNCTION. */
final class SqlServerFunctions extends FunctionDialect {

	SqlServerFunctions() {
		super(new SqlServerDialect());
	}

	@Override
	Set<FunctionFeature> features() {
		return Set.of();
	}

	@Override
	String orReplace() {
		return " OR ALTER";
	}

	@Override
	String body(FunctionDefinition function) {
		return "AS\n" + new SqlText(function.text()).block("BEGIN", "END");
	}

}
