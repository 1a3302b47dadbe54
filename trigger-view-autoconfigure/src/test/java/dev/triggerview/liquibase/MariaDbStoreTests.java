package dev.triggerview.liquibase;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/** Only MySQL and MariaDB have several databases on a server, and settings of texts. */
@EachDatabase(TestDatabase.MARIADB)
class MariaDbStoreTests {

	private static final String WRITTEN = "{ triggerName: item_written, tableName: item }";

	private final FreshDatabase database;

	@TempDir
	private Path directory;

	private Changelog changelog;

	MariaDbStoreTests(FreshDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void create() {
		this.changelog = new Changelog(this.directory, this.database);
		this.database.execute("create table item (id int primary key)", "create table item_log (tag varchar(20))");
	}

	@AfterEach
	void empty() throws Exception {
		this.changelog.run(Liquibase::forceReleaseLocks);
		this.changelog.run(Liquibase::dropAll);
	}

	@Test
	void aDumpThatIsRestoredUnderAnotherNameDoesNotLeadBack() throws Exception {
		this.changelog.update(Tagging.create("item_written", "first", ""));
		this.changelog.update(Tagging.create("item_written", "second", "replaceIfExists: true"));
		this.changelog.update("disableTrigger: " + WRITTEN);
		String origin = this.database.value("select database()");
		String copy = origin + "_copy";
		copy(origin, copy);
		this.changelog.add("enableTrigger: " + WRITTEN);
		this.changelog.run(connect(origin, copy), (liquibase) -> liquibase.update(""));
		assertThat(definitions(origin, copy)).singleElement().asString().contains(copy).contains("'second'");
		this.changelog.run(connect(origin, copy), (liquibase) -> liquibase.rollback(3, ""));
		assertThat(definitions(origin, copy)).singleElement().asString().contains(copy).contains("'first'");
		this.database.execute("drop database " + copy, "insert into item values (1)");
		assertThat(this.database.column("select tag from item_log")).isEmpty();
		assertThat(this.database
			.column("select trigger_name from information_schema.triggers" + " where trigger_schema = database()"))
			.isEmpty();
	}

	@Test
	void aCreationThatFailsLeavesTheSettingsOfTheSession() throws Exception {
		this.database.execute("create trigger item_written after insert on item for each row set @tag = 1");
		this.changelog.update("disableTrigger: " + WRITTEN);
		this.database.execute("create trigger item_written after insert on item_log for each row set @tag = 2");
		this.changelog.add("enableTrigger: " + WRITTEN);
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			statement.execute("set sql_mode = 'ANSI_QUOTES'");
			assertThatException()
				.isThrownBy(() -> this.changelog.run(unclosed(connection), (liquibase) -> liquibase.update("")));
			try (ResultSet mode = statement.executeQuery("select @@sql_mode")) {
				mode.next();
				assertThat(mode.getString(1)).isEqualTo("ANSI_QUOTES");
			}
		}
	}

	/** The catalog shows the literals without the word and without the backslash. */
	@Test
	void aTriggerThatIsCreatedAgainKeepsItsLiterals() throws Exception {
		this.database.execute("create trigger item_written after insert on item for each row"
				+ " insert into item_log values (if('a' = _binary'A', 'same', 'it\\'s other'))");
		String text = this.database.rows("show create trigger item_written").get(0).get(2);
		this.changelog.update("disableTrigger: " + WRITTEN);
		this.changelog.update("enableTrigger: " + WRITTEN);
		assertThat(this.database.rows("show create trigger item_written").get(0).get(2))
			.endsWith(text.substring(text.indexOf("insert into")));
		this.database.execute("insert into item values (1)");
		assertThat(this.database.column("select tag from item_log")).containsExactly("it's other");
	}

	/** The lock cannot be released then, which would be all that one hears of. */
	@Test
	void aConnectionThatIsLostUnderALockSaysWhatItWasDoing() throws Exception {
		this.changelog.update(Tagging.create("item_written", "INSERT, DELETE", "first", ""));
		this.changelog.add(Tagging.create("item_written", "INSERT, DELETE", "second", "replaceIfExists: true"),
				"modifySql: [ { regExpReplace: { replace: '(?s)^CREATE OR.*', with: 'KILL CONNECTION_ID()' } } ],");
		assertThatException().isThrownBy(this.changelog::update)
			.withStackTraceContaining("Connection was killed [Failed SQL: (1927) KILL CONNECTION_ID()]");
		this.changelog.run(Liquibase::forceReleaseLocks);
		this.changelog.edit(Tagging.create("item_written", "INSERT, DELETE", "second", "replaceIfExists: true"), "");
		this.changelog.update();
		this.database.execute("insert into item values (1)");
		assertThat(this.database.column("select tag from item_log")).containsExactly("second");
	}

	private void copy(String origin, String copy) {
		this.database.execute("create database " + copy);
		this.database.column("select table_name from information_schema.tables where table_schema = database()")
			.forEach((table) -> this.database.execute("create table %s.%s like %s.%2$s".formatted(copy, table, origin),
					"insert into %s.%s select * from %s.%2$s".formatted(copy, table, origin)));
	}

	private Connection connect(String origin, String copy) throws SQLException {
		return DriverManager.getConnection(this.database.url().replace(origin, copy), this.database.username(),
				this.database.password());
	}

	private List<String> definitions(String origin, String copy) throws SQLException {
		try (Connection connection = connect(origin, copy)) {
			return TriggerCatalog.triggers(connection)
				.stream()
				.map((trigger) -> trigger.state() + trigger.definition())
				.toList();
		}
	}

	/** As a pool does, which gives the session to the next one. */
	private static Connection unclosed(Connection connection) {
		return (Connection) Proxy.newProxyInstance(MariaDbStoreTests.class.getClassLoader(),
				new Class<?>[] { Connection.class }, (proxy, method, arguments) -> {
					try {
						return method.getName().equals("close") ? null : method.invoke(connection, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				});
	}

}
