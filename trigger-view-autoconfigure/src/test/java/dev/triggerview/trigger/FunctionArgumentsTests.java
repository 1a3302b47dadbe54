package dev.triggerview.trigger;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FunctionArgumentsTests {

	private final FunctionDialect postgreSql = FunctionDialect.of("postgresql").orElseThrow();

	@ParameterizedTest
	@ValueSource(strings = { "integer, character varying, text[]", "int,varchar,text[]", "INT4, VARCHAR(10), text []",
			"amount int, what varchar(10) default 'a, b', \"more of it\" text[] = '{}'",
			"in amount int, inout what varchar, out result int, variadic rest text[]" })
	void findsTheFunctionInEveryNotation(String arguments) {
		assertThat(hasArguments(arguments, "integer", "character varying", "text[]")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "integer", "integer, text, text[]", "integer, character varying, text",
			"integer, character varying, text[], integer" })
	void tellsOverloadsApart(String arguments) {
		assertThat(hasArguments(arguments, "integer", "character varying", "text[]")).isFalse();
	}

	@Test
	void acceptsTypesOfOtherSchemas() {
		assertThat(hasArguments("shop.money, at timestamptz", "shop.money", "timestamp with time zone")).isTrue();
		assertThat(hasArguments("money, at timestamptz", "shop.money", "timestamp with time zone")).isTrue();
		assertThat(hasArguments("till.money", "shop.money")).isFalse();
		assertThat(hasArguments("on", "shop.money")).isFalse();
		assertThat(hasArguments(" ")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "int[]", "numbers int4 [3][]", "variadic numbers integer[]", "numbers int array[4]" })
	void acceptsArraysInEveryNotation(String arguments) {
		assertThat(hasArguments(arguments, "integer[]")).isTrue();
		assertThat(hasArguments(arguments, "integer")).isFalse();
	}

	@Test
	void takesTheTypesOfADeclaration() {
		assertThat(FunctionArguments.types(List.of("amount int", "int", "double precision", "rate double precision",
				"at timestamp with time zone", "\"more of it\" text[]", "int array[4]", "in what varchar(10)",
				"INOUT numeric(9, 2)", "cost shop.money", "shop.money", "out result int", "variadic rest \"My Type\"")))
			.containsExactly("int", "int", "double precision", "double precision", "timestamp with time zone", "text[]",
					"int array[4]", "varchar(10)", "numeric(9, 2)", "shop.money", "shop.money", "\"My Type\"");
	}

	@Test
	void doesNotAskWhereANameHasOneFunction() {
		Function function = function("integer");
		assertThat(FunctionDialect.of("mysql").orElseThrow().hasArguments(function, "text")).isTrue();
		assertThat(FunctionDialect.of("hsqldb").orElseThrow().hasArguments(function, "text")).isFalse();
	}

	private boolean hasArguments(String declared, String... types) {
		return this.postgreSql.hasArguments(function(types), declared);
	}

	private static Function function(String... types) {
		return new Function(RelationName.of("f"), List.of(types), "f", "sql", "", List.of(), Optional.empty(),
				Optional.empty());
	}

}
