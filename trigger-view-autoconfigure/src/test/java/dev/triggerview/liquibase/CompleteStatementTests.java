package dev.triggerview.liquibase;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Locale;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.trigger.FunctionCatalog;
import dev.triggerview.trigger.RelationName;
import liquibase.Liquibase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * A complete statement says in which schema it works, and what is there under the same
 * name in another one is left alone. SQLite has no schemas.
 */
@EachDatabase({ TestDatabase.POSTGRESQL, TestDatabase.MARIADB, TestDatabase.H2, TestDatabase.HSQLDB })
class CompleteStatementTests {

	private final FreshDatabase database;

	@TempDir
	private Path directory;

	private Changelog changelog;

	CompleteStatementTests(FreshDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void createSchemas() {
		this.changelog = new Changelog(this.directory, this.database);
		this.database.execute("create schema far");
		for (String prefix : List.of("", "far.")) {
			this.database.execute("create table " + prefix + "item (id int primary key)",
					"create table " + prefix + "item_log (tag varchar(20))");
		}
	}

	@AfterEach
	void dropSchemas() throws Exception {
		this.database.execute("drop schema far" + (this.database.is(TestDatabase.MARIADB) ? "" : " cascade"));
		this.changelog.run(Liquibase::dropAll);
	}

	@Test
	void rollingBackAFunctionLeavesThatOfAnotherSchema() throws Exception {
		this.database.execute(function("fee", 1));
		this.changelog.update(createFunction("fee", function("far.fee", 2), ""));
		assertThat(results()).containsExactly("1", "2");
		this.changelog.update(createFunction("fee", function("far.fee", 3), "replaceIfExists: true"));
		assertThat(results()).containsExactly("1", "3");
		this.changelog.rollback(1);
		assertThat(results()).containsExactly("1", "2");
		this.changelog.rollback(1);
		assertThat(functions()).containsExactly("fee");
	}

	@Test
	void rollingBackATriggerLeavesThatOfAnotherSchema() throws Exception {
		if (this.database.is(TestDatabase.POSTGRESQL)) {
			this.database.execute(tagging("", "first"), tagging("far.", "second"), tagging("far.", "third"));
		}
		this.database.execute(trigger("", "first"));
		this.changelog.update(createTrigger(trigger("far.", "second"), ""));
		assertThat(tags()).containsExactly("first", "second");
		this.changelog.update(createTrigger(trigger("far.", "third"), "replaceIfExists: true"));
		assertThat(tags()).containsExactly("first", "third");
		this.changelog.rollback(1);
		assertThat(tags()).containsExactly("first", "second");
		this.changelog.rollback(1);
		assertThat(tags()).containsExactly("first");
	}

	/** The session stays where it is while Liquibase's default schema is another one. */
	@ParameterizedTest
	@ValueSource(strings = { "schemaName: far, replaceIfExists: true", "replaceIfExists: true" })
	void aStatementWithoutASchemaWorksInThatOfTheChange(String attributes) throws Exception {
		boolean byDefault = !attributes.startsWith("schemaName");
		if (this.database.is(TestDatabase.POSTGRESQL)) {
			this.database.execute(tagging("", "first"), tagging("", "second"), tagging("far.", "second"));
		}
		this.database.execute(function("fee", 1), trigger("", "first"));
		this.changelog.add(createFunction("fee", function("fee", 2), attributes));
		this.changelog.add(createTrigger(trigger("", "second"), attributes));
		this.changelog.run((liquibase) -> inDefaultSchema(liquibase, byDefault).update(""));
		assertThat(results()).containsExactly("1", "2");
		assertThat(tags()).containsExactly("first", "second");
		this.changelog.run((liquibase) -> inDefaultSchema(liquibase, byDefault).rollback(2, ""));
		assertThat(functions()).containsOnlyOnce("fee");
		assertThat(tags()).containsExactly("first");
	}

	private Liquibase inDefaultSchema(Liquibase liquibase, boolean far) throws Exception {
		if (far && this.database.is(TestDatabase.MARIADB)) {
			liquibase.getDatabase().setDefaultCatalogName("far");
		}
		else if (far) {
			liquibase.getDatabase().setDefaultSchemaName(this.database.is(TestDatabase.POSTGRESQL) ? "far" : "FAR");
		}
		return liquibase;
	}

	@Test
	void aStatementForAnotherSchemaThanThatOfTheChangeIsRefused() throws Exception {
		this.changelog.add(createFunction("fee", function("far.fee", 1), "schemaName: near"));
		assertThatException().isThrownBy(this.changelog::update)
			.withStackTraceContaining("the statement creates it in far");
		this.changelog.forgetLast();
	}

	@Test
	void aFunctionIsCalledWhatItsStatementSays() throws Exception {
		this.changelog.update(createFunction("Fee", function("Fee", 1), ""));
		this.changelog.rollback(1);
		assertThat(functions()).isEmpty();
	}

	private static String createFunction(String name, String statement, String attributes) {
		return "createFunction: { functionName: %s, %s functionBody: \"%s\" }".formatted(name,
				attributes.isEmpty() ? "" : attributes + ",", statement);
	}

	private static String createTrigger(String statement, String attributes) {
		return "createTrigger: { triggerName: item_written, tableName: item, %s body: \"%s\" }"
			.formatted(attributes.isEmpty() ? "" : attributes + ",", statement);
	}

	private String function(String name, int result) {
		return switch (this.database.kind()) {
			case H2 -> "create alias " + name + " as 'int fee() { return " + result + "; }'";
			case POSTGRESQL -> "create function " + name + "() returns int language sql as 'select " + result + "'";
			default -> "create function " + name + "() returns int return " + result;
		};
	}

	private String trigger(String prefix, String tag) {
		String insert = "insert into " + prefix + "item_log (tag) values ('" + tag + "')";
		return switch (this.database.kind()) {
			case H2 -> "create trigger " + prefix + "item_written after insert on " + prefix
					+ "item for each row call '" + Tagging.class.getName() + "$"
					+ tag.substring(0, 1).toUpperCase(Locale.ROOT) + tag.substring(1) + "'";
			case POSTGRESQL -> "create trigger item_written after insert on " + prefix
					+ "item for each row execute function " + prefix + tag + "()";
			case HSQLDB -> "create trigger " + prefix + "item_written after insert on " + prefix
					+ "item referencing new row as fresh for each row " + insert;
			default ->
				"create trigger " + prefix + "item_written after insert on " + prefix + "item for each row " + insert;
		};
	}

	private static String tagging(String prefix, String tag) {
		return "create function " + prefix + tag + "() returns trigger language plpgsql as 'begin insert into " + prefix
				+ "item_log values (''" + tag + "''); return null; end'";
	}

	private List<String> results() {
		String call = this.database.is(TestDatabase.HSQLDB) ? "call " : "select ";
		return List.of(this.database.value(call + "fee()"), this.database.value(call + "far.fee()"));
	}

	private List<String> tags() {
		for (String prefix : List.of("", "far.")) {
			this.database.execute("delete from " + prefix + "item", "insert into " + prefix + "item values (1)");
		}
		List<String> tags = this.database
			.column("select tag from item_log union all select tag from far.item_log order by tag");
		this.database.execute("delete from item_log", "delete from far.item_log");
		return tags;
	}

	private List<String> functions() throws Exception {
		try (Connection connection = this.database.connect()) {
			return FunctionCatalog.functions(connection)
				.stream()
				.map(dev.triggerview.trigger.Function::name)
				.map(RelationName::name)
				.map((name) -> name.toLowerCase(Locale.ROOT))
				.toList();
		}
	}

}
