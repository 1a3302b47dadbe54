package dev.triggerview.liquibase;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import liquibase.Liquibase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

/**
 * Only MariaDB and HSQLDB run triggers in an order of their own: PostgreSQL sorts them by
 * name, H2 and SQLite promise none.
 */
@EachDatabase({ TestDatabase.MARIADB, TestDatabase.HSQLDB })
class FiringOrderTests {

	private final FreshDatabase database;

	@TempDir
	private Path directory;

	private Changelog changelog;

	private int items;

	FiringOrderTests(FreshDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void threeTriggers() throws Exception {
		this.changelog = new Changelog(this.directory, this.database);
		this.changelog.update("""
				sql: { sql: "create table item (id int primary key); create table item_log (tag varchar(20))" }""");
		for (String tag : List.of("first", "second", "third")) {
			this.changelog.update(Tagging.create("item_" + tag, tag, ""));
		}
		assertThat(tagsOfInsert()).containsExactly("first", "second", "third");
	}

	@AfterEach
	void empty() throws Exception {
		this.changelog.run(Liquibase::dropAll);
	}

	@Test
	void staysWhenATriggerIsReplacedRenamedDisabledAndDropped() throws Exception {
		this.changelog.update(Tagging.create("item_second", "second", "replaceIfExists: true"));
		assertThat(tagsOfInsert()).containsExactly("first", "second", "third");
		this.changelog.update("disableTrigger: { triggerName: item_second, tableName: item }");
		this.changelog.update("enableTrigger: { triggerName: item_second, tableName: item }");
		assertThat(tagsOfInsert()).containsExactly("first", "second", "third");
		this.changelog.update("renameTrigger: { oldTriggerName: item_second, newTriggerName: other, tableName: item }");
		assertThat(tagsOfInsert()).containsExactly("first", "second", "third");
		this.changelog.update("dropTrigger: { triggerName: other, tableName: item }");
		this.changelog.rollback(1);
		assertThat(tagsOfInsert()).containsExactly("first", "second", "third");
	}

	@Test
	void theFirstOneStaysTheFirst() throws Exception {
		this.changelog.update(Tagging.create("item_first", "zeroth", "replaceIfExists: true"));
		assertThat(tagsOfInsert()).containsExactly("zeroth", "second", "third");
		this.changelog.update("disableTrigger: { triggerName: item_first, tableName: item }");
		assertThat(tagsOfInsert()).containsExactly("second", "third");
		this.changelog.update("enableTrigger: { triggerName: item_first, tableName: item }");
		assertThat(tagsOfInsert()).containsExactly("zeroth", "second", "third");
		this.changelog.update("renameTrigger: { oldTriggerName: item_first, newTriggerName: other, tableName: item }");
		assertThat(tagsOfInsert()).containsExactly("zeroth", "second", "third");
		this.changelog.update("dropTrigger: { triggerName: item_second, tableName: item }");
		this.changelog.update("dropTrigger: { triggerName: other, tableName: item }");
		assertThat(tagsOfInsert()).containsExactly("third");
		this.changelog.rollback(1);
		assertThat(tagsOfInsert()).containsExactly("zeroth", "third");
		this.changelog.rollback(1);
		assertThat(tagsOfInsert()).containsExactly("zeroth", "second", "third");
	}

	@Test
	void aScriptPutsTheFirstOneInFrontOfTheOthers() throws Exception {
		this.changelog.update("dropTrigger: { triggerName: item_first, tableName: item }");
		StringWriter script = new StringWriter();
		this.changelog.run((liquibase) -> liquibase.rollback(1, "", script));
		String[] places = this.database.is(TestDatabase.MARIADB) ? new String[] { "PRECEDES `item_second`" }
				: new String[] { "\"ITEM_FIRST__TV_DEPUTY\" AFTER INSERT ON \"PUBLIC\".\"ITEM\" BEFORE \"ITEM_SECOND\"",
						"\"ITEM_SECOND\" AFTER INSERT ON \"PUBLIC\".\"ITEM\" BEFORE \"ITEM_FIRST__TV_DEPUTY\"",
						"\"ITEM_FIRST\" AFTER INSERT ON \"PUBLIC\".\"ITEM\" BEFORE \"ITEM_FIRST__TV_DEPUTY\"" };
		assertThat(script.toString().replaceAll("\\s+", " ")).containsSubsequence(places);
	}

	@Test
	void aReplacementThatFailsLeavesTheFirstOneTheFirst() {
		assertThatException().isThrownBy(() -> this.changelog.update("""
				createTrigger: { triggerName: item_first, tableName: item, timing: AFTER, events: INSERT,
				  replaceIfExists: true, body: "INSERT INTO item_log (tag) VALUES (NEW.lacking)" }""".replace("\n",
				" ")));
		assertThat(tagsOfInsert()).containsExactly("first", "second", "third");
	}

	@Test
	void staysWhenNeighboursAreDisabledTogether() throws Exception {
		this.changelog.update("disableTrigger: { triggerName: item_second, tableName: item }");
		this.changelog.update("disableTrigger: { triggerName: item_third, tableName: item }");
		this.changelog.update("enableTrigger: { triggerName: item_third, tableName: item }");
		this.changelog.update("enableTrigger: { triggerName: item_second, tableName: item }");
		assertThat(tagsOfInsert()).containsExactly("first", "second", "third");
	}

	@Test
	void staysWhenTheNeighboursOfADisabledOneGetOtherNames() throws Exception {
		String enable = "enableTrigger: { triggerName: item_second, tableName: item }";
		this.changelog.update("disableTrigger: { triggerName: item_second, tableName: item }");
		this.changelog.update("renameTrigger: { oldTriggerName: item_first, newTriggerName: other, tableName: item }");
		this.changelog.update(Tagging.create("item_third", "INSERT,UPDATE", "third", "replaceIfExists: true"));
		this.changelog.update(enable);
		assertThat(tagsOfInsert()).containsExactly("first", "second", "third");
		this.changelog.rollback(3);
		this.changelog.update(enable);
		assertThat(tagsOfInsert()).containsExactly("first", "second", "third");
	}

	@Test
	void aTriggerFollowsTheOneItNames() throws Exception {
		this.changelog.update("dropTrigger: { triggerName: item_third, tableName: item }");
		this.changelog.update(Tagging.create("item_third", "third", "follows: item_first"));
		assertThat(tagsOfInsert()).containsExactly("first", "third", "second");
		this.changelog.update(Tagging.create("item_third", "third", "follows: item_second, replaceIfExists: true"));
		assertThat(tagsOfInsert()).containsExactly("first", "second", "third");
		this.changelog.rollback(1);
		assertThat(tagsOfInsert()).containsExactly("first", "third", "second");
	}

	@Test
	void aTriggerPrecedesTheOneItNames() throws Exception {
		this.changelog.update("dropTrigger: { triggerName: item_third, tableName: item }");
		this.changelog.update(Tagging.create("item_third", "third", "precedes: item_second"));
		assertThat(tagsOfInsert()).containsExactly("first", "third", "second");
		this.changelog.update(Tagging.create("item_third", "third", "precedes: item_first, replaceIfExists: true"));
		assertThat(tagsOfInsert()).containsExactly("third", "first", "second");
		this.changelog.update(Tagging.create("item_third", "zeroth", "precedes: item_first, replaceIfExists: true"));
		assertThat(tagsOfInsert()).containsExactly("zeroth", "first", "second");
		this.changelog.update(Tagging.create("item_fourth", "fourth", "precedes: item_third"));
		assertThat(tagsOfInsert()).containsExactly("fourth", "zeroth", "first", "second");
		this.changelog.rollback(2);
		assertThat(tagsOfInsert()).containsExactly("third", "first", "second");
		this.changelog.rollback(1);
		assertThat(tagsOfInsert()).containsExactly("first", "third", "second");
	}

	@ParameterizedTest
	@ValueSource(strings = { "absent", "item_updated", "other_first", "item_disabled" })
	void aTriggerThatCannotHaveItsPlaceChangesNothing(String other) throws Exception {
		this.changelog.update(Tagging.create("item_updated", "UPDATE", "updated", ""));
		this.changelog.update("sql: { sql: \"create table other (id int primary key)\" }");
		this.changelog
			.update(Tagging.create("other_first", "other", "").replace("tableName: item", "tableName: other"));
		this.changelog.update(Tagging.create("item_disabled", "disabled", "disabled: true"));
		for (String place : List.of("follows: ", "precedes: ")) {
			for (String attribute : List.of("", ", replaceIfExists: true", ", disabled: true")) {
				assertThatException().isThrownBy(
						() -> this.changelog.update(Tagging.create("item_fourth", "fourth", place + other + attribute)))
					.extracting((failure) -> failure.getMessage().toLowerCase(Locale.ROOT), as(STRING))
					.contains(other.equals("item_disabled") ? "is disabled" : "name one of item_first, item_second",
							"'" + place.replace(": ", "'"));
				this.changelog.forgetLast();
			}
		}
		assertThat(tagsOfInsert()).containsExactly("first", "second", "third");
	}

	@Test
	void aTriggerThatIsThereIsNotReplacedUnasked() {
		assertThatException()
			.isThrownBy(() -> this.changelog.update(Tagging.create("item_first", "fourth", "precedes: item_second")))
			.withMessageContaining("already");
		assertThat(tagsOfInsert()).containsExactly("first", "second", "third");
	}

	@ParameterizedTest
	@ValueSource(strings = { "follows: item_fourth", "precedes: item_fourth" })
	void aTriggerCannotBeBesideItself(String place) {
		assertThatException().isThrownBy(() -> this.changelog.update(Tagging.create("item_fourth", "fourth", place)))
			.withMessageContaining("Validation Failed")
			.withMessageContaining("neither follow nor precede itself");
	}

	/** Where a trigger has one event, each part has its place by itself. */
	@Test
	void aTriggerOfSeveralEventsIsPlacedForThoseThatBothHave() throws Exception {
		this.changelog.update(Tagging.create("item_both", "INSERT, UPDATE", "both", ""));
		this.changelog.update(Tagging.create("item_last", "INSERT, UPDATE", "last", ""));
		this.changelog.update(Tagging.create("item_fourth", "INSERT, UPDATE", "fourth", "follows: item_both"));
		assertThat(tagsOfInsert()).containsExactly("first", "second", "third", "both", "fourth", "last");
		assertThat(tagsOfUpdate()).containsExactly("both", "fourth", "last");
		this.changelog.update(Tagging.create("item_fifth", "UPDATE", "fifth", "precedes: item_both"));
		assertThat(tagsOfUpdate()).containsExactly("fifth", "both", "fourth", "last");
		this.changelog
			.update(Tagging.create("item_fourth", "INSERT, DELETE", "4", "follows: item_first, replaceIfExists: true"));
		assertThat(tagsOfInsert()).containsExactly("first", "4", "second", "third", "both", "last");
		assertThat(tagsOfUpdate()).containsExactly("fifth", "both", "last");
		this.changelog
			.update(Tagging.create("item_fourth", "INSERT", "one", "precedes: item_second, replaceIfExists: true"));
		assertThat(tagsOfInsert()).containsExactly("first", "one", "second", "third", "both", "last");
		this.changelog.rollback(2);
		assertThat(tagsOfUpdate()).containsExactly("fifth", "both", "fourth", "last");
	}

	@Test
	void aTriggerOfSeveralEventsPrecedesAnother() throws Exception {
		this.changelog.update(Tagging.create("item_fourth", "INSERT, DELETE", "fourth", "precedes: item_first"));
		assertThat(tagsOfInsert()).containsExactly("fourth", "first", "second", "third");
		this.changelog.rollback(1);
		assertThat(tagsOfInsert()).containsExactly("first", "second", "third");
	}

	/**
	 * A statement of HSQLDB puts a trigger behind another, and the attribute in front.
	 */
	@Test
	void aCompleteStatementIsPlacedOnHsqldb() throws Exception {
		assumeThat(this.database.is(TestDatabase.HSQLDB)).isTrue();
		this.changelog.update(complete("timing: AFTER", "BEFORE item_first"));
		assertThat(tagsOfInsert()).containsExactly("first", "fourth", "second", "third");
		this.changelog.update(complete("replaceIfExists: true", "BEFORE item_second"));
		assertThat(tagsOfInsert()).containsExactly("first", "second", "fourth", "third");
		this.changelog.update(complete("replaceIfExists: true, precedes: item_first", ""));
		assertThat(tagsOfInsert()).containsExactly("fourth", "first", "second", "third");
		this.changelog.update("disableTrigger: { triggerName: item_fourth, tableName: item }");
		this.changelog.update("enableTrigger: { triggerName: item_fourth, tableName: item }");
		assertThat(tagsOfInsert()).containsExactly("fourth", "first", "second", "third");
		assertThatException()
			.isThrownBy(() -> this.changelog.update(complete("precedes: item_first", "BEFORE item_second")))
			.withMessageContaining("cannot both follow");
		this.changelog.forgetLast();
		this.changelog.update(Tagging.create("item_updated", "UPDATE", "updated", ""));
		assertThatException()
			.isThrownBy(() -> this.changelog.update(complete("replaceIfExists: true", "BEFORE item_updated")))
			.withMessageContaining("name one of ITEM_FIRST");
	}

	private static String complete(String attributes, String place) {
		return "createTrigger: { triggerName: item_fourth, tableName: item, " + attributes
				+ ", body: \"CREATE TRIGGER item_fourth AFTER INSERT ON item " + place
				+ " REFERENCING NEW ROW AS NEW FOR EACH ROW INSERT INTO item_log (tag) VALUES ('fourth')\" }";
	}

	@ParameterizedTest
	@ValueSource(strings = { "follows: item_first", "follows: item_first, replaceIfExists: true" })
	void aScriptPlacesATriggerOfSeveralEvents(String attributes) throws Exception {
		this.changelog.add(Tagging.create("item_fourth", "INSERT, UPDATE", "fourth", attributes));
		runScript();
		assertThat(tagsOfInsert()).containsExactly("first", "fourth", "second", "third");
	}

	private void runScript() throws Exception {
		new DatabaseClient(this.database).run(this.changelog.updateSql());
	}

	@Test
	void aDisabledTriggerComesBackWithoutTheOneItFollowed() throws Exception {
		this.changelog.update(Tagging.create("item_fourth", "fourth", "follows: item_second, disabled: true"));
		this.changelog.update("dropTrigger: { triggerName: item_second, tableName: item }");
		this.changelog.update("enableTrigger: { triggerName: item_fourth, tableName: item }");
		assertThat(tagsOfInsert()).containsExactly("first", "fourth", "third");
	}

	@Test
	void aScriptPlacesATriggerFirst() throws Exception {
		this.changelog.add(Tagging.create("item_fourth", "fourth", "precedes: item_first"));
		runScript();
		assertThat(tagsOfInsert()).containsExactly("fourth", "first", "second", "third");
		this.changelog.add(Tagging.create("item_third", "fourth", "precedes: item_second, replaceIfExists: true"));
		runScript();
		assertThat(tagsOfInsert()).containsExactly("fourth", "first", "fourth", "second");
	}

	@Test
	void aGeneratedChangelogKeepsTheOrder() throws Exception {
		this.changelog.update(Tagging.create("item_zeroth", "zeroth", "precedes: item_first"));
		SnapshotLiquibase liquibase = new SnapshotLiquibase(this.directory);
		try (FreshDatabase empty = this.database.kind().create()) {
			liquibase.update(empty, liquibase.generate(this.database, "generated.xml"));
			empty.execute("insert into item values (1)");
			assertThat(empty.column("select tag from item_log")).containsExactly("zeroth", "first", "second", "third");
		}
	}

	@Test
	void aDisabledTriggerComesBackInFrontOfTheOneItNames() throws Exception {
		this.changelog.update(Tagging.create("item_fourth", "fourth", "precedes: item_first, disabled: true"));
		assertThat(tagsOfInsert()).containsExactly("first", "second", "third");
		this.changelog.update("enableTrigger: { triggerName: item_fourth, tableName: item }");
		assertThat(tagsOfInsert()).containsExactly("fourth", "first", "second", "third");
	}

	/** The names of triggers that others are placed by have no schema there. */
	@Test
	void triggersOfAnotherSchemaAreReplacedOnHsqldb() throws Exception {
		assumeThat(this.database.is(TestDatabase.HSQLDB)).isTrue();
		this.database.execute("create schema elsewhere", "create table elsewhere.item (id int primary key)",
				"create table elsewhere.item_log (tag varchar(20))");
		for (String attributes : List.of("schemaName: elsewhere", "schemaName: elsewhere, replaceIfExists: true")) {
			String tag = attributes.contains("replace") ? "second" : "first";
			this.changelog.update(Tagging.create("item_a", tag, attributes));
			this.changelog.update(Tagging.create("item_b", tag, attributes));
		}
		assertThatException()
			.isThrownBy(() -> this.changelog
				.update(Tagging.create("item_c", "first", "schemaName: elsewhere, precedes: item_a")))
			.withMessageContaining("that of the session");
		this.changelog.forgetLast();
		this.database.execute("insert into elsewhere.item values (1)");
		assertThat(this.database.column("select tag from elsewhere.item_log")).containsExactly("second", "second");
		this.changelog.rollback(4);
		this.database.execute("drop schema elsewhere cascade");
	}

	private List<String> tagsOfInsert() {
		return tagsOf("insert into item values (" + ++this.items + ")");
	}

	private List<String> tagsOfUpdate() {
		return tagsOf("update item set id = id where id = 1");
	}

	private List<String> tagsOf(String statement) {
		this.database.execute("delete from item_log", statement);
		return this.database.column("select tag from item_log");
	}

}
