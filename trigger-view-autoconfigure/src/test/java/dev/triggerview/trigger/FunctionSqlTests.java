package dev.triggerview.trigger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The function SQL of each database, as files: a changed file means that new and old
 * databases will differ. {@code -Dtrigger-view.test.write-sql=true} writes them.
 */
class FunctionSqlTests {

	private static final Path FILES = Path.of("src/test/resources/sql/function");

	private static final RelationName FEE = RelationName.of("shop", "fee");

	@ParameterizedTest
	@MethodSource("dev.triggerview.trigger.FunctionDialect#all")
	void isThatOfTheFile(FunctionDialect dialect) throws Exception {
		Path file = FILES.resolve(dialect.triggers().shortName() + ".sql");
		String sql = sql(dialect);
		if (Boolean.getBoolean("trigger-view.test.write-sql")) {
			Files.createDirectories(FILES);
			Files.writeString(file, sql);
		}
		assertThat(sql).isEqualTo(Files.readString(file));
	}

	@Test
	void everyDatabaseButSqliteHasFunctions() {
		assertThat(TriggerDialect.all()).extracting(TriggerDialect::shortName)
			.filteredOn((name) -> FunctionDialect.of(name).isEmpty())
			.containsExactly("sqlite");
	}

	private static String sql(FunctionDialect dialect) {
		String complete = "create function fee(amount int default 1, what varchar(10)) returns int return amount; -- end";
		return Stream
			.of(section(dialect, "body",
					definition("amount INT, what VARCHAR(10) DEFAULT 'a, b'", "RETURN amount / 100;")),
					section(dialect, "no arguments", definition("", "BEGIN RETURN 1; END")),
					section(dialect, "all attributes",
							new FunctionDefinition(FEE, "", "INT", "plpgsql", true, "shop", "RETURN 1",
									"the shop's fee")),
					section(dialect, "remarks",
							new FunctionDefinition(FEE, "amount INT", "INT", null, false, null, "RETURN 1", "it's")),
					section(dialect, "complete statement",
							new FunctionDefinition(FEE, "", null, null, false, null, complete, null)),
					section(dialect, "wrong statement",
							new FunctionDefinition(FEE, "", null, "sql", false, null, complete.replace("fee", "tax"),
									null)),
					section(dialect, "no function",
							new FunctionDefinition(FEE, "", null, null, false, null, "create table function (id int)",
									null)),
					"-- drop one of the catalog\n" + statements(dialect, dialect.drop(function())))
			.collect(Collectors.joining("\n"));
	}

	private static FunctionDefinition definition(String arguments, String body) {
		return new FunctionDefinition(FEE, arguments, "INT", null, false, null, body, null);
	}

	private static Function function() {
		return new Function(FEE, List.of("integer", "text"), "FEE_1", "SQL", "", List.of(), Optional.empty(),
				Optional.empty());
	}

	/** A body is Java on H2. */
	private static FunctionDefinition inLanguageOf(FunctionDialect dialect, FunctionDefinition function) {
		return (dialect instanceof H2Functions && !function.complete()) ? new FunctionDefinition(function.name(),
				function.arguments(), function.returns(), function.language(), function.securityDefiner(),
				function.searchPath(), "int fee() { " + function.text() + " }", function.remarks()) : function;
	}

	private static String section(FunctionDialect dialect, String title, FunctionDefinition sample) {
		FunctionDefinition function = inLanguageOf(dialect, sample);
		List<String> problems = dialect.problems(function);
		if (!problems.isEmpty()) {
			return "-- " + title + "\n"
					+ problems.stream().map((problem) -> "-- refused: " + problem + "\n").collect(Collectors.joining());
		}
		return "-- " + title + "\n" + statements(dialect, dialect.create(function, false)) + "-- replaced\n"
				+ statements(dialect, dialect.create(function, true)) + "-- dropped\n"
				+ statements(dialect, dialect.drop(function));
	}

	private static String statements(FunctionDialect dialect, List<String> statements) {
		return statements.stream().map((sql) -> dialect.triggers().scripted(sql) + "\n").collect(Collectors.joining());
	}

}
