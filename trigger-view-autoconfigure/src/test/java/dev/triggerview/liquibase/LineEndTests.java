package dev.triggerview.liquibase;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.stream.Stream;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.trigger.Function;
import dev.triggerview.trigger.FunctionCatalog;
import dev.triggerview.trigger.Trigger;
import dev.triggerview.trigger.TriggerCatalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** The clients of some databases take carriage returns out of a script. */
@EachDatabase
class LineEndTests {

	private final TestDatabase kind;

	private FreshDatabase live;

	private FreshDatabase scripted;

	@TempDir
	private Path directory;

	LineEndTests(FreshDatabase database) {
		this.kind = database.kind();
	}

	@BeforeEach
	void create() {
		this.live = this.kind.create();
		this.scripted = this.kind.create();
		Stream.of(this.live, this.scripted)
			.forEach((database) -> database.execute("create table item (id int)",
					"create table log (note varchar(100))"));
	}

	@AfterEach
	void close() {
		this.live.close();
		this.scripted.close();
	}

	/** In Java source, no literal has more than one line. */
	@ParameterizedTest
	@ValueSource(strings = { "\r\n", "\r", "\n", "\t\n", " \f\n" })
	void anUpdateAndAScriptCreateTheSameText(String end) throws Exception {
		changelog(this.live, end).update();
		new DatabaseClient(this.scripted).run(changelog(this.scripted, end).updateSql());
		assertThat(SnapshotLiquibase.differences(this.live, this.scripted)).isEmpty();
		assertThat(texts(this.live)).isNotEmpty().noneMatch((text) -> text.contains("\r") || text.contains("\\000d"));
		if (this.kind != TestDatabase.H2) {
			this.live.execute("insert into item values (1)");
			assertThat(this.live.value("select note from log"))
				.isEqualTo("a" + end.replace("\r\n", "\n").replace('\r', '\n') + "b");
		}
	}

	/** Somebody has created one of them by other means, with another editor. */
	@ParameterizedTest
	@ValueSource(strings = { "\r\n", "\r" })
	void aComparisonTakesNoNoticeOfThem(String end) throws Exception {
		assumeThat(this.live.is(TestDatabase.SQLITE, TestDatabase.MARIADB)).as("SQL alone is a body").isTrue();
		this.live.execute(statement(end));
		this.scripted.execute(statement("\n"));
		assertThat(texts(this.live)).isNotEqualTo(texts(this.scripted));
		assertThat(SnapshotLiquibase.differences(this.live, this.scripted)).isEmpty();
	}

	private static String statement(String end) {
		return "create trigger t after insert on item for each row begin" + end + "insert into log values ('a" + end
				+ "b'); end";
	}

	/** The body of the trigger in the changelog, that of the function in a file. */
	private Changelog changelog(FreshDatabase database, String end) throws Exception {
		Path own = Files.createTempDirectory(this.directory, "changelog");
		Changelog changelog = new Changelog(own, database);
		changelog.add("createTrigger: { triggerName: t, tableName: item, timing: AFTER, events: INSERT, forEach: ROW,"
				+ " body: \""
				+ trigger(end).replace("\"", "\\\"")
					.replace("\r", "\\r")
					.replace("\n", "\\n")
					.replace("\t", "\\t")
					.replace("\f", "\\f")
				+ "\" }");
		if (this.kind != TestDatabase.SQLITE) {
			Files.writeString(own.resolve("fee.sql"), function(end));
			changelog.add("createFunction: { functionName: fee, returns: varchar(10), path: fee.sql }");
		}
		return changelog;
	}

	private String trigger(String end) {
		return (this.kind == TestDatabase.H2)
				? "org.h2.api.Trigger create() {" + end + "return (c, o, n) ->" + end
						+ "c.createStatement().execute(\"insert into log values (1)\"); }"
				: "insert into log" + end + "values ('a" + end + "b')"
						+ ((this.kind == TestDatabase.POSTGRESQL) ? ";" + end + "return null;" : "");
	}

	private String function(String end) {
		return (this.kind == TestDatabase.H2) ? "String fee() {" + end + "return \"a\";" + end + "}"
				: "return" + end + "'a" + end + "b'";
	}

	private static List<String> texts(FreshDatabase database) throws Exception {
		try (Connection connection = database.connect()) {
			return Stream
				.concat(TriggerCatalog.triggers(connection).stream().map(Trigger::definition),
						FunctionCatalog.functions(connection).stream().map(Function::definition))
				.toList();
		}
	}

}
