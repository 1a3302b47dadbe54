package dev.triggerview.liquibase;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.trigger.Trigger;
import dev.triggerview.trigger.TriggerCatalog;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/** What is wrong is found before the first statement of the update runs. */
@EachDatabase
class TriggerChangeValidationTests {

	private static final String COMPLETE = "CREATE TRIGGER t AFTER UPDATE OF name ON item FOR EACH ROW WHEN (NEW.id > 1) "
			+ "BEGIN DELETE FROM item_log; END";

	private final FreshDatabase database;

	@TempDir
	private Path directory;

	TriggerChangeValidationTests(FreshDatabase database) {
		this.database = database;
	}

	@AfterEach
	void empty() throws Exception {
		changelogs().write("empty.yaml", "databaseChangeLog: []\n")
			.run(this.database, "empty.yaml", (liquibase) -> liquibase.dropAll());
	}

	@Test
	void warnsWhereTheTriggerDiffersFromItsDeclaration() throws Exception {
		CreateTriggerChange change = new CreateTriggerChange();
		change.setTriggerName("t");
		change.setTableName("item");
		change.setTiming("AFTER");
		change.setEvents("UPDATE");
		change.setUpdateColumns("name");
		change.setBody("x");
		try (Database database = DatabaseFactory.getInstance()
			.findCorrectDatabaseImplementation(new JdbcConnection(this.database.connect()))) {
			List<String> warnings = change.validate(database).getWarningMessages();
			if (this.database.is(TestDatabase.MARIADB)) {
				assertThat(warnings).singleElement().asString().contains("does not tell which columns");
			}
			else {
				assertThat(warnings).isEmpty();
			}
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					timming: AFTER                                          | no attribute 'timming'; did you mean 'timing'?
					timing: BEFOR                                           | did you mean 'BEFORE'?
					timing: AFTER, events: INSRT                            | did you mean 'INSERT'?
					timing: AFTER, events: [ INSERT, DELET ]                | did you mean 'DELETE'?
					timing: AFTER, events: INSERT, forEach: ROWS            | did you mean 'ROW'?
					timing: AFTER, events: INSERT, enabled: ALWAY           | did you mean 'ALWAYS'?
					timing: AFTER, events: INSERT, onUnsupported: SKP       | did you mean 'SKIP'?
					events: INSERT                                          | needs the attribute timing
					timing: AFTER                                           | needs the attribute events
					timing: AFTER, events: INSERT, triggerBody: x           | more than one body
					timing: AFTER, events: INSERT, javaClass: x             | 2 bodies
					timing: AFTER, events: INSERT, functionName: f          | 2 bodies
					timing: AFTER, events: INSERT, functionArguments: x     | functionArguments without a functionName
					timing: AFTER, events: INSERT, updateColumns: name      | UPDATE is not among its events
					timing: AFTER, events: UPDATE, updateColumns: 'a"b'     | double quote in the wrong place
					timing: AFTER, events: INSERT, follows: a, precedes: b  | cannot both follow
					timing: AFTER, events: INSERT, enabled: true, disabled: true | contradict each other
					timing: AFTER, events: INSERT, deferrable: false, initiallyDeferred: true | contradict each other
					timing: AFTER, events: INSERT, variants: [ { variant: { dbsm: h2, body: x } } ] | did you mean 'dbms'?
					timing: AFTER, events: INSERT, variants: [ { variant: { body: x } } ]           | variants.dbms
					timing: AFTER, events: INSERT, dbms: postgres           | there is no database 'postgres'; did you mean 'postgresql'?
					timing: AFTER, events: INSERT, dbms: '!hsql, h2'        | did you mean 'hsqldb' or
					timing: AFTER, events: INSERT, variants: [ { variant: { dbms: maria, javaClass: x } } ] | did you mean 'mariadb'?
					timing: AFTER, events: INSERT, disabled: 'ture'         | disabled of createTrigger is 'ture'; write true or false
					timing: AFTER, events: INSERT, replaceIfExists: 1       | replaceIfExists of createTrigger is '1'
					timing: AFTER, events: INSERT, constraint: false, deferrable: true | contradict each other
					timing: COMPOUND, events: INSERT                        | compound trigger
					""")
	void refusesWhatIsWrong(String attributes, String message) throws Exception {
		assertRefused("{ triggerName: t, tableName: item, body: x, " + attributes + " }", message);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					timing: AFTER, events: INSERT, path: missing.sql        | missing.sql
					timing: AFTER, events: INSERT, path: there.sql, encoding: UTF-9 | The encoding UTF-9
					timing: AFTER, events: INSERT, path: there.sql, encoding: U T F  | The encoding U T F
					timing: AFTER, events: INSERT, path: umlaut.sql         | umlaut.sql with the body of trigger t is not written in UTF-8
					timing: AFTER, events: INSERT                           | 0 bodies
					timing: AFTER, events: INSERT, body: ' '                | 0 bodies
					""")
	void refusesABodyThatIsNotThere(String attributes, String message) throws Exception {
		changelogs().write("there.sql", "x");
		Files.write(this.directory.resolve("umlaut.sql"), "ä".getBytes(StandardCharsets.ISO_8859_1));
		assertRefused("{ triggerName: t, tableName: item, " + attributes + " }", message);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			triggerName: u                  | attribute triggerName of trigger
			tableName: other                | attribute tableName of trigger
			timing: BEFORE                  | attribute timing of trigger
			events: INSERT                  | attribute events of trigger
			events: UPDATE, updateColumns: id | attribute updateColumns of trigger
			forEach: STATEMENT              | attribute forEach of trigger
			when: NEW.id > 2                | attribute when of trigger
			follows: a                      | attribute follows of trigger
			definer: me                     | attribute definer of trigger
			oldRow: o                       | attribute oldRow of trigger
			securityDefiner: true           | attribute securityDefiner of trigger
			constraint: true                | attribute constraint of trigger
			""")
	void refusesAStatementThatSaysOtherThanTheAttributes(String attributes, String message) throws Exception {
		String name = attributes.contains("triggerName") ? "" : "triggerName: t, ";
		assertRefused("{ " + name + attributes + ", body: '" + COMPLETE + "' }", message);
	}

	@Test
	void refusesToRenameATriggerToItsName() throws Exception {
		assertChangeRefused("renameTrigger: { oldTriggerName: t, newTriggerName: t, tableName: item }", "are both t");
	}

	@ParameterizedTest
	@ValueSource(strings = { "json", "xml" })
	void namesTheNearestAttributeInEveryFormat(String format) throws Exception {
		String file = "wrong." + format;
		changelogs().write("wrong.json", """
				{ "databaseChangeLog": [ { "changeSet": { "id": "1", "author": "a", "changes": [
				{ "createTrigger": { "triggerName": "t", "tableName": "item", "timming": "AFTER" } } ] } } ] }""")
			.write("wrong.xml", xml(
					"<tv:createTrigger triggerName=\"t\" tableName=\"item\" timming=\"AFTER\">x</tv:createTrigger>"));
		assertThatException().isThrownBy(() -> changelogs().update(this.database, file))
			.withStackTraceContaining("timming")
			.withStackTraceContaining("id you mean 'timing'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "json", "xml" })
	void namesTheNearestAttributeOfAVariant(String format) throws Exception {
		changelogs().write("wrong.json", """
				{ "databaseChangeLog": [ { "changeSet": { "id": "1", "author": "a", "changes": [
				{ "createTrigger": { "triggerName": "t", "tableName": "item", "timing": "AFTER", "events": "INSERT",
				"variants": [ { "variant": { "dbms": "h2", "javaClas": "x" } } ] } } ] } } ] }""")
			.write("wrong.xml", xml("<tv:createTrigger triggerName=\"t\" tableName=\"item\"><tv:variant dbms=\"h2\" "
					+ "javaClas=\"x\"/></tv:createTrigger>"));
		assertThatException().isThrownBy(() -> changelogs().update(this.database, "wrong." + format))
			.withStackTraceContaining("javaClas")
			.withStackTraceContaining("id you mean 'javaClass'");
	}

	@Test
	void namesTheNearestValueInXml() throws Exception {
		changelogs().write("wrong.xml", xml("<tv:createTrigger triggerName=\"t\" tableName=\"item\" timing=\"BEFOR\" "
				+ "events=\"INSERT\">x</tv:createTrigger>"));
		assertThatException().isThrownBy(() -> changelogs().update(this.database, "wrong.xml"))
			.withStackTraceContaining("did you mean 'BEFORE'?");
	}

	@Test
	void skipsWhatTheDatabaseLacksIfItMay() throws Exception {
		changelogs().write("skip.yaml",
				changelog("createTrigger: { triggerName: t, tableName: item, timing: AFTER, events: INSERT, "
						+ "definer: nobody@localhost, oldRow: o, onUnsupported: SKIP, body: x }"));
		changelogs().update(this.database, "skip.yaml");
		assertThat(triggers()).isEmpty();
		changelogs().rollback(this.database, "skip.yaml", 1);
	}

	@Test
	void leavesAFunctionForAnotherDatabaseAlone() throws Exception {
		changelogs().write("other.yaml",
				changelog("createFunction: { functionName: f, dbms: oracle, functionBody: x }"));
		changelogs().update(this.database, "other.yaml");
		changelogs().rollback(this.database, "other.yaml", 2);
	}

	private void assertRefused(String trigger, String message) throws Exception {
		assertChangeRefused("createTrigger: " + trigger, message);
	}

	private void assertChangeRefused(String change, String message) throws Exception {
		changelogs().write("wrong.yaml", changelog(change));
		assertThatException().isThrownBy(() -> changelogs().update(this.database, "wrong.yaml"))
			.withStackTraceContaining(message);
		org.assertj.core.api.Assertions.assertThatIllegalStateException()
			.as("no statement ran")
			.isThrownBy(() -> this.database.value("select count(*) from item"));
	}

	private static String changelog(String change) {
		return """
				databaseChangeLog:
				- changeSet:
				    id: 1
				    author: a
				    changes:
				    - createTable: { tableName: item, columns: [ { column: { name: id, type: int } } ] }
				- changeSet:
				    id: 2
				    author: a
				    changes:
				    - %s
				""".formatted(change);
	}

	private static String xml(String change) {
		return """
				<databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
				xmlns:tv="http://www.triggerview.dev/xml/ns/trigger-view" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
				xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd
				http://www.triggerview.dev/xml/ns/trigger-view http://www.triggerview.dev/xml/ns/trigger-view-latest.xsd">
				<changeSet id="1" author="a">%s</changeSet></databaseChangeLog>"""
			.formatted(change);
	}

	private List<Trigger> triggers() {
		return new TriggerCatalog(this.database.dataSource()).triggers();
	}

	private ChangelogDirectory changelogs() {
		return new ChangelogDirectory(this.directory);
	}

}
