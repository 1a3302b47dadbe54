package dev.triggerview.liquibase;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.trigger.TriggerCatalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * A change that fails leaves what was there, also where statements commit, and can be
 * repeated when its cause is repaired.
 */
@EachDatabase
class FailedChangeTests {

	private static final String DROP = "dropTrigger: { triggerName: item_written, tableName: item }";

	private final TestDatabase kind;

	private FreshDatabase database;

	@TempDir
	private Path directory;

	private Changelog changelog;

	private int items;

	FailedChangeTests(FreshDatabase database) {
		this.kind = database.kind();
	}

	@BeforeEach
	void create() {
		this.database = this.kind.create();
		this.changelog = new Changelog(this.directory, this.database);
		this.database.execute("create table item (id int not null primary key)",
				"create table item_log (tag varchar(20))");
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void theTriggersOfSomeEventsStayWhenThatOfAnotherEventFails() throws Exception {
		assumeThat(checksPartsOfBodies()).isTrue();
		for (String events : List.of("INSERT, UPDATE", "INSERT, DELETE", "INSERT")) {
			this.changelog.update(Tagging.create("item_written", events, "first", ""));
			List<String> before = definitions();
			this.changelog.add(withNewRow("replaceIfExists: true"));
			assertThatException().isThrownBy(this.changelog::update);
			assertThat(definitions()).isEqualTo(before);
			assertThat(tagsOfInsert()).containsExactly("first");
			this.changelog.forgetLast();
			this.changelog.update(DROP);
			assertThat(definitions()).isEmpty();
		}
	}

	@Test
	void aReplacementThatFailsOutsideOfATransactionLeavesTheFormerTrigger() throws Exception {
		assumeThat(this.kind).as("H2 has a Java class").isNotEqualTo(TestDatabase.H2);
		this.changelog.update(Tagging.create("item_written", "first", ""));
		this.changelog.add(Tagging.create("item_written", "second", "replaceIfExists: true")
			.replace("INSERT INTO", "INSERT INTO INTO"), "runInTransaction: false,");
		assertThatException().isThrownBy(this.changelog::update);
		assertThat(tagsOfInsert()).containsExactly("first");
	}

	/** The function is replaced before the table is locked, which a writer prevents. */
	@Test
	void aReplacementThatDoesNotGetItsLockOutsideOfATransactionIsUndone() throws Exception {
		assumeThat(this.database.is(TestDatabase.POSTGRESQL)).as("its triggers have functions").isTrue();
		this.changelog.update(Tagging.create("item_written", "first", ""));
		this.changelog.add(Tagging.create("item_written", "second", "replaceIfExists: true"),
				"runInTransaction: false,");
		try (Connection writer = this.database.connect(); Statement statement = writer.createStatement()) {
			writer.setAutoCommit(false);
			statement.execute("delete from item");
			assertThatException()
				.isThrownBy(() -> this.changelog.run(
						DriverManager.getConnection(this.database.url() + "?options=-c%20lock_timeout=1",
								this.database.username(), this.database.password()),
						(liquibase) -> liquibase.update("")))
				.withStackTraceContaining("lock timeout");
		}
		assertThat(tagsOfInsert()).containsExactly("first");
		this.changelog.update();
		assertThat(tagsOfInsert()).containsExactly("second");
		this.changelog.rollback(1);
		assertThat(tagsOfInsert()).containsExactly("first");
	}

	/** The trigger is created before it is disabled. */
	@Test
	void aDisabledTriggerThatFailsOutsideOfATransactionIsNotCreated() throws Exception {
		assumeThat(this.database.is(TestDatabase.POSTGRESQL)).as("it disables triggers by a statement").isTrue();
		this.changelog.add(Tagging.create("item_written", "first", "enabled: false"),
				"runInTransaction: false, modifySql: [ { replace: { replace: DISABLE, with: UNABLE } } ],");
		assertThatException().isThrownBy(this.changelog::update).withStackTraceContaining("UNABLE");
		assertThat(definitions()).isEmpty();
	}

	/** H2 may have been given a trigger whose class is not there. */
	@Test
	void aTriggerThatCannotBeCreatedAgainKeepsItsName() throws Exception {
		assumeThat(this.kind).isEqualTo(TestDatabase.H2);
		this.database.execute("create force trigger item_written after insert on item for each row call 'lacking.Log'");
		List<String> before = definitions();
		this.changelog
			.add("renameTrigger: { oldTriggerName: item_written, newTriggerName: item_logged, tableName: item }");
		assertThatException().isThrownBy(this.changelog::update).withStackTraceContaining("lacking.Log");
		assertThat(definitions()).isEqualTo(before).hasSize(1);
	}

	/** HSQLDB does not tell the class, so that it could not be created again. */
	@Test
	void aTriggerThatTheCatalogDoesNotTellIsLeftAlone() throws Exception {
		assumeThat(this.kind).isEqualTo(TestDatabase.HSQLDB);
		this.database.execute(
				"create trigger item_written after insert on item queue 0 call \"" + Silent.class.getName() + "\"");
		this.changelog.add("disableTrigger: { triggerName: item_written, tableName: item }");
		assertThatException().isThrownBy(this.changelog::update).withStackTraceContaining("no trigger item_written");
		assertThat(this.database.column("select trigger_name from information_schema.triggers"))
			.containsExactly("ITEM_WRITTEN");
	}

	@Test
	void aCreationThatFailsLeavesNoPart() throws Exception {
		assumeThat(checksPartsOfBodies()).isTrue();
		this.changelog.add(withNewRow(""));
		assertThatException().isThrownBy(this.changelog::update);
		assertThat(definitions()).isEmpty();
		this.changelog.forgetLast();
		this.changelog.update(Tagging.create("item_written", "INSERT, DELETE", "first", ""));
		assertThat(tagsOfInsert()).containsExactly("first");
	}

	@Test
	void aCreationThatFailsOutsideOfATransactionLeavesNoPart() throws Exception {
		assumeThat(this.database.is(TestDatabase.MARIADB, TestDatabase.MYSQL, TestDatabase.HSQLDB, TestDatabase.SQLITE))
			.isTrue();
		this.changelog.update(Tagging.create("item_written__upd", "first", ""));
		List<String> before = definitions();
		this.changelog.add(Tagging.create("item_written", "INSERT, UPDATE", "second", ""), "runInTransaction: false,");
		assertThatException().isThrownBy(this.changelog::update);
		assertThat(definitions()).isEqualTo(before).hasSize(1);
	}

	@Test
	void aReplacementThatFailedLeavesNothingThatOutlivesTheTrigger() throws Exception {
		this.changelog.update(Tagging.create("item_written", "first", ""));
		this.changelog.add(Tagging.create("item_written", "second", "replaceIfExists: true")
			.replace("INSERT INTO item_log (tag) VALUES ('second')", "nonsense")
			.replace("Tagging$Second", "Tagging$Nonsense"));
		assertThatException().isThrownBy(this.changelog::update);
		assertThat(tagsOfInsert()).containsExactly("first");
		assertThat(definitions()).hasSize(1);
		this.changelog.forgetLast();
		this.changelog.update(DROP);
		assertThat(definitions()).isEmpty();
	}

	@Test
	void aDisabledTriggerThatWasCreatedAnewIsDropped() throws Exception {
		assumeThat(this.database.is(TestDatabase.POSTGRESQL, TestDatabase.SQL_SERVER, TestDatabase.ORACLE))
			.as("a disabled trigger is there")
			.isFalse();
		this.changelog.update(Tagging.create("item_written", "first", ""));
		this.changelog.update("disableTrigger: { triggerName: item_written, tableName: item }");
		this.changelog.update(Tagging.create("item_written", "second", ""));
		this.changelog.update(DROP);
		assertThat(definitions()).isEmpty();
	}

	@Test
	void aFunctionStaysWhenItsReplacementFails() throws Exception {
		assumeThat(this.kind).isNotEqualTo(TestDatabase.SQLITE);
		this.changelog.update(function("int fee() { return 1; }", "return 1", ""));
		this.changelog
			.add(function("int fee() { nonsense; }", "return select nonsense from from", "replaceIfExists: true,"));
		assertThatException().isThrownBy(this.changelog::update);
		assertThat(fee()).isEqualTo("1");
	}

	/** Somebody creates the function between the attempts. */
	@ParameterizedTest
	@ValueSource(strings = { "", "runInTransaction: false," })
	void aFunctionIsRolledBackToWhatItWasBeforeTheAttemptThatSucceeded(String attributes) throws Exception {
		assumeThat(this.kind).isNotEqualTo(TestDatabase.SQLITE);
		this.changelog.add(
				function("int fee() { nonsense; }", "return select nonsense from from", "replaceIfExists: true,"),
				attributes);
		assertThatException().isThrownBy(this.changelog::update);
		this.database.execute(switch (this.kind) {
			case H2 -> "create alias fee as 'int fee() { return 1; }'";
			case POSTGRESQL -> "create function fee() returns int language sql as 'select 1'";
			default -> "create function fee() returns int return 1";
		});
		this.changelog.edit(function("int fee() { return 2; }", "return 2", "replaceIfExists: true,"), attributes);
		this.changelog.update();
		assertThat(fee()).isEqualTo("2");
		this.changelog.rollback(1);
		assertThat(fee()).isEqualTo("1");
	}

	/** Somebody drops the trigger between the attempts. */
	@ParameterizedTest
	@ValueSource(strings = { "", "runInTransaction: false," })
	void aTriggerIsRolledBackToWhatItWasBeforeTheAttemptThatSucceeded(String attributes) throws Exception {
		this.changelog.update(Tagging.create("item_written", "first", ""));
		this.changelog.add(Tagging.create("item_written", "second", "replaceIfExists: true")
			.replace("INSERT INTO", "INSERT INTO INTO")
			.replace("Tagging$Second", "Tagging$Nonsense"), attributes);
		assertThatException().isThrownBy(this.changelog::update);
		this.database
			.execute("drop trigger item_written" + (this.database.is(TestDatabase.POSTGRESQL) ? " on item" : ""));
		this.changelog.edit(Tagging.create("item_written", "second", "replaceIfExists: true"), attributes);
		this.changelog.update();
		assertThat(tagsOfInsert()).containsExactly("second");
		this.changelog.rollback(1);
		assertThat(definitions()).isEmpty();
	}

	@Test
	void aDropIsNotRepeatedWhenALaterChangeOfItsChangeSetFailed() throws Exception {
		this.changelog.update(Tagging.create("item_written", "first", ""));
		this.changelog
			.add(DROP + " }, { insert: { tableName: later, columns: [ { column: { name: id, value: 1 } } ] }");
		assertThatException().isThrownBy(this.changelog::update);
		this.database.execute("create table later (id int)");
		this.changelog.update();
		assertThat(definitions()).isEmpty();
		assertThat(this.database.column("select id from later")).containsExactly("1");
	}

	/** Somebody drops the table that is to be dropped last. */
	@Test
	void aRollbackThatFailedIsRepeated() throws Exception {
		this.changelog.update(Tagging.create("item_kept", "first", ""));
		this.changelog.update(Tagging.create("item_written", "third", ""));
		this.changelog
			.update("createTable: { tableName: later, columns: [ { column: { name: id, type: int } } ] } }, { " + DROP
					+ " }, { " + Tagging.create("item_kept", "second", "replaceIfExists: true")
					+ " }, { renameTrigger: { oldTriggerName: item_kept, newTriggerName: b, tableName: item }");
		this.database.execute("drop table later");
		assertThatException().isThrownBy(() -> this.changelog.rollback(1));
		this.database.execute("create table later (id int)");
		this.changelog.rollback(1);
		assertThat(tagsOfInsert()).containsExactlyInAnyOrder("first", "third");
	}

	@Test
	void aCreationIsNotRepeatedUnderTheOldNameWhenItsTriggerWasRenamed() throws Exception {
		this.changelog.add(Tagging.create("item_written", "INSERT, DELETE", "first", "replaceIfExists: true")
				+ " }, { renameTrigger: { oldTriggerName: item_written, newTriggerName: item_tagged, tableName: item }"
				+ " }, { insert: { tableName: later, columns: [ { column: { name: id, value: 1 } } ] }");
		assertThatException().isThrownBy(this.changelog::update);
		this.database.execute("create table later (id int)");
		this.changelog.update();
		assertThat(definitions()).isNotEmpty().allMatch((definition) -> !definition.contains("item_written"));
		assertThat(tagsOfInsert()).containsExactly("first");
		this.changelog
			.update("renameTrigger: { oldTriggerName: item_tagged, newTriggerName: item_written, tableName: item }");
		assertThat(tagsOfInsert()).containsExactly("first");
	}

	/** SQLite looks at a body when the trigger fires; the others have one trigger. */
	private boolean checksPartsOfBodies() {
		return this.database.is(TestDatabase.MARIADB, TestDatabase.MYSQL, TestDatabase.HSQLDB);
	}

	/** A trigger that is right for INSERT and wrong for DELETE. */
	private static String withNewRow(String attributes) {
		return Tagging.create("item_written", "INSERT, DELETE", "second", attributes)
			.replace("'second'", "cast(NEW.id as char(4))");
	}

	private String function(String java, String body, String attributes) {
		return "createFunction: { functionName: fee, returns: int, %s functionBody: '%s' }".formatted(attributes,
				this.database.is(TestDatabase.H2) ? java : body);
	}

	private String fee() {
		return this.database.value(switch (this.kind) {
			case HSQLDB -> "call fee()";
			case SQL_SERVER -> "select dbo.fee()";
			case ORACLE -> "select fee() from dual";
			case DB2 -> "values " + this.database.value("values current schema") + ".fee()";
			default -> "select fee()";
		});
	}

	private List<String> tagsOfInsert() {
		this.database.execute("delete from item_log", "insert into item values (" + ++this.items + ")");
		return this.database.column("select tag from item_log");
	}

	private List<String> definitions() {
		return new TriggerCatalog(this.database.dataSource()).triggers()
			.stream()
			.map((trigger) -> trigger.state() + trigger.definition())
			.toList();
	}

}
