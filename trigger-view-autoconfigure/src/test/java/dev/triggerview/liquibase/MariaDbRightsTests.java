package dev.triggerview.liquibase;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.trigger.TriggerCatalog;
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
 * An account without the TRIGGER privilege sees no trigger, which is not the same as none
 * being there.
 */
@EachDatabase(TestDatabase.MARIADB)
class MariaDbRightsTests {

	private static final String WRITTEN = "{ triggerName: item_written, tableName: item }";

	private final FreshDatabase database;

	private final String account;

	@TempDir
	private Path directory;

	private Changelog changelog;

	MariaDbRightsTests(FreshDatabase database) {
		this.database = database;
		this.account = database.value("select database()") + "_lim";
	}

	@BeforeEach
	void create() throws Exception {
		this.changelog = new Changelog(this.directory, this.database);
		this.database.execute("create table item (id int primary key)", "create table item_log (tag varchar(20))",
				"create user " + this.account, "grant select, insert, update, delete, create, alter, drop, index,"
						+ " lock tables, references on *.* to " + this.account);
		this.changelog.update(Tagging.create("item_written", "first", ""));
	}

	@AfterEach
	void empty() throws Exception {
		new Changelog(this.directory, this.database).run(Liquibase::dropAll);
		this.database.execute("drop user " + this.account);
	}

	@ParameterizedTest
	@ValueSource(strings = { "dropTrigger: " + WRITTEN, "disableTrigger: " + WRITTEN, "enableTrigger: " + WRITTEN,
			"dropTrigger: { triggerName: item_written, tableName: item, ifExists: true }",
			"renameTrigger: { oldTriggerName: item_written, newTriggerName: renamed, tableName: item }" })
	void aTriggerThatTheAccountDoesNotSeeIsNotTakenForMissing(String change) throws Exception {
		this.changelog.add(change);
		assertThatException().isThrownBy(this::updateWithoutRight)
			.withStackTraceContaining("has a trigger item_written that this account does not see")
			.withStackTraceContaining("GRANT TRIGGER ON `%s`.`item` TO `%s`@`%%`"
				.formatted(this.database.value("select database()"), this.account));
		assertThat(seen(this.database.connect())).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "triggerExists", "triggerEnabled" })
	void aPreconditionDoesNotGuess(String precondition) throws Exception {
		this.changelog.add("sql: { sql: insert into item values (1) }",
				"preConditions: [ { onFail: MARK_RAN }, { %s: %s } ],".formatted(precondition, WRITTEN));
		assertThatException().isThrownBy(this::updateWithoutRight).withStackTraceContaining("GRANT TRIGGER ON");
	}

	/** An account that may read the routines of the server sees all of them. */
	@Test
	void aFunctionThatTheAccountDoesNotSeeIsTakenForMissing() throws Exception {
		this.database.execute("revoke all, grant option from " + this.account,
				"grant select, insert, update, delete, create on `%s`.* to %s"
					.formatted(this.database.value("select database()"), this.account));
		this.changelog.update("createFunction: { functionName: fee, returns: int, functionBody: RETURN 1 }");
		this.changelog.add("dropFunction: { functionName: fee, ifExists: true }");
		this.changelog.add("sql: { sql: insert into item values (1) }",
				"preConditions: [ { onFail: MARK_RAN }, { functionExists: { functionName: fee } } ],");
		updateWithoutRight();
		assertThat(this.database.value("select fee()")).isEqualTo("1");
		assertThat(this.database.value("select count(*) from item")).isEqualTo("0");
	}

	@Test
	void aReplacementThatIsRefusedIsRolledBackLaterToWhatWasThere() throws Exception {
		this.changelog.add(Tagging.create("item_written", "second", "replaceIfExists: true"));
		assertThatException().isThrownBy(this::updateWithoutRight).withStackTraceContaining("TRIGGER command denied");
		this.changelog.update();
		assertThat(seen(this.database.connect())).singleElement().asString().contains("'second'");
		this.changelog.rollback(1);
		assertThat(seen(this.database.connect())).singleElement().asString().contains("'first'");
	}

	/** The server refuses triggers to accounts without SUPER while it writes its log. */
	@ParameterizedTest
	@ValueSource(strings = { "dropTrigger: " + WRITTEN, "disableTrigger: " + WRITTEN,
			"createTrigger: { triggerName: item_written, tableName: item, timing: AFTER, events: INSERT,"
					+ " replaceIfExists: true, body: SET @a = 1 }",
			"createTrigger: { triggerName: other, tableName: item, timing: AFTER, events: 'INSERT, UPDATE',"
					+ " body: SET @a = 1 }",
			"renameTrigger: { oldTriggerName: item_written, newTriggerName: renamed, tableName: item }" })
	void aServerThatWritesALogTellsWhichSettingLetsTheAccountChangeTriggers(String change) throws Exception {
		this.database.execute("grant trigger, set user on *.* to " + this.account);
		List<String> before = seen(this.database.connect());
		this.changelog.add(change);
		this.database.execute("set global log_bin_trust_function_creators = 0");
		try {
			assertThatException().isThrownBy(this::updateWithoutRight)
				.withStackTraceContaining("the SUPER privilege")
				.withStackTraceContaining("log_bin_trust_function_creators");
		}
		finally {
			this.database.execute("set global log_bin_trust_function_creators = 1");
		}
		assertThat(seen(this.database.connect())).isEqualTo(before);
		updateWithoutRight();
		assertThat(seen(this.database.connect())).isNotEqualTo(before);
	}

	/** As the attributes declare it, a function is what such a server takes. */
	@Test
	void aServerThatWritesALogTakesAFunction() throws Exception {
		this.database.execute("set global log_bin_trust_function_creators = 0");
		try {
			assertThatException().isThrownBy(() -> this.database.execute("create function fee() returns int return 1"))
				.withMessageContaining("has none of DETERMINISTIC, NO SQL, or READS SQL DATA");
			this.changelog.update("createFunction: { functionName: fee, returns: int, functionBody: RETURN 1 }");
		}
		finally {
			this.database.execute("set global log_bin_trust_function_creators = 1");
		}
		assertThat(this.database.value("select fee()")).isEqualTo("1");
	}

	/** The store has the trigger, which somebody else has created again since. */
	@Test
	void aChangeThatWasInterruptedDisablesNoTriggerForTheAccount() throws Exception {
		String definition = this.database.rows("show create trigger item_written").get(0).get(2);
		this.changelog.add("disableTrigger: " + WRITTEN);
		int withDrop = 6;
		new Interruption(this.changelog, this.database).update(withDrop);
		assertThat(seen(withoutRight())).singleElement().asString().startsWith("DISABLED");
		this.database.execute(definition);
		assertThat(seen(this.database.connect())).singleElement().asString().startsWith("ENABLED");
		assertThat(seen(withoutRight())).isEmpty();
	}

	/** A transaction that has read the table keeps its triggers from being dropped. */
	@ParameterizedTest
	@ValueSource(strings = { "INSERT", "INSERT, DELETE" })
	void aChangeThatFailsLeavesTheStoreAsItWas(String events) throws Exception {
		this.changelog.update("dropTrigger: " + WRITTEN);
		this.changelog.update(Tagging.create("item_written", events, "first", ""));
		List<List<String>> before = store();
		for (String change : List.of("disableTrigger: " + WRITTEN, "dropTrigger: " + WRITTEN,
				Tagging.create("item_written", "second", "replaceIfExists: true"),
				"renameTrigger: { oldTriggerName: item_written, newTriggerName: renamed, tableName: item }")) {
			this.changelog.add(change);
			try (Connection reader = this.database.connect(); Statement statement = reader.createStatement()) {
				reader.setAutoCommit(false);
				statement.executeQuery("select * from item");
				assertThatException().isThrownBy(() -> this.changelog.run(
						connect(this.database.username(), "?sessionVariables=lock_wait_timeout=0"),
						(liquibase) -> liquibase.update("")))
					.withStackTraceContaining("Lock wait timeout");
			}
			assertThat(store()).as(change).isEqualTo(before);
			this.changelog.forgetLast();
		}
	}

	private List<List<String>> store() {
		return this.database.rows("select purpose, subject, part, content from TRIGGER_VIEW_STORE order by 1, 2, 3");
	}

	private void updateWithoutRight() throws Exception {
		this.changelog.run(withoutRight(), (liquibase) -> liquibase.update(""));
	}

	private Connection withoutRight() throws SQLException {
		return connect(this.account, "");
	}

	private Connection connect(String user, String parameters) throws SQLException {
		return DriverManager.getConnection(this.database.url() + parameters, user, "");
	}

	private static List<String> seen(Connection opened) throws SQLException {
		try (Connection connection = opened) {
			return TriggerCatalog.triggers(connection)
				.stream()
				.map((trigger) -> trigger.state() + " " + trigger.definition())
				.toList();
		}
	}

}
