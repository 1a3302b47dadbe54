package dev.triggerview.liquibase;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import liquibase.Liquibase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A change does not read the functions that it is not about: to write the definition of
 * each takes the database time. SQLite has no functions.
 */
@EachDatabase({ TestDatabase.POSTGRESQL, TestDatabase.MARIADB, TestDatabase.H2, TestDatabase.HSQLDB })
class ManyFunctionsTests {

	private static final String DROP = "dropFunction: { functionName: fee }";

	private final FreshDatabase database;

	@TempDir
	private Path directory;

	private Changelog changelog;

	ManyFunctionsTests(FreshDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void start() throws Exception {
		this.changelog = new Changelog(this.directory, this.database);
		this.changelog.update(Stream.of("fee", "fees", "tax")
			.map((name) -> function(name, 1))
			.reduce((first, second) -> first + " }, { " + second)
			.orElseThrow());
	}

	@AfterEach
	void empty() throws Exception {
		this.changelog.run(Liquibase::dropAll);
	}

	@Test
	void aReplacementReadsWhatItReplaces() throws Exception {
		this.changelog.add(function("fee", 2));
		assertThat(read((liquibase) -> liquibase.update("", new StringWriter()))).containsExactly("fee");
		assertThat(read((liquibase) -> liquibase.update(""))).containsExactly("fee");
		assertThat(read((liquibase) -> liquibase.rollback(1, "", new StringWriter()))).containsExactly("fee");
		assertThat(read((liquibase) -> liquibase.rollback(1, ""))).containsExactly("fee");
	}

	@Test
	void aDropReadsWhatItDrops() throws Exception {
		this.changelog.add(DROP);
		assertThat(read((liquibase) -> liquibase.update("", new StringWriter()))).containsExactly("fee");
		assertThat(read((liquibase) -> liquibase.update(""))).containsExactly("fee");
		assertThat(read((liquibase) -> liquibase.rollback(1, ""))).isEmpty();
	}

	@Test
	void aPreconditionReadsTheFunctionThatItAsksFor() throws Exception {
		this.changelog.add("sql: { sql: create table item (id int) }",
				"preConditions: [ { functionExists: { functionName: fee } } ],");
		assertThat(read((liquibase) -> liquibase.update(""))).containsExactly("fee");
	}

	@Test
	void onlyAnErrorTakesALookAtTheOthers() throws Exception {
		this.changelog.add("dropFunction: { functionName: fe }");
		assertThatExceptionOfType(Exception.class).isThrownBy(this.changelog::update)
			.havingRootCause()
			.satisfies((ex) -> assertThat(ex.getMessage()).containsIgnoringCase("did you mean fee, fees?"));
	}

	/** The names of the functions that are read. */
	private TreeSet<String> read(Changelog.Action action) throws Exception {
		CountingConnection counting = new CountingConnection(this.database.connect());
		this.changelog.run(counting.connection(), action);
		return new TreeSet<>(
				counting.values("function_name").stream().map((name) -> name.toLowerCase(Locale.ROOT)).toList());
	}

	private String function(String name, int result) {
		String body = this.database.is(TestDatabase.H2) ? "int " + name + "() { return " + result + "; }"
				: "return " + result;
		return "createFunction: { functionName: %s, returns: int, replaceIfExists: true, functionBody: \"%s\" }"
			.formatted(name, body);
	}

}
