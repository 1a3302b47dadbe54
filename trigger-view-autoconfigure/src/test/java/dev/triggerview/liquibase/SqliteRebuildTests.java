package dev.triggerview.liquibase;

import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import liquibase.Liquibase;
import liquibase.resource.DirectoryResourceAccessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatException;

/** Only on SQLite, Liquibase creates a table anew to change it. */
@EachDatabase(TestDatabase.SQLITE)
class SqliteRebuildTests {

	private static final String DISABLE = "disableTrigger: { triggerName: item_written, tableName: item }";

	private static final String DROP_COLUMN = "dropColumn: { tableName: item, columnName: b }";

	private final FreshDatabase database;

	@TempDir
	private Path directory;

	private Changelog changelog;

	SqliteRebuildTests(FreshDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void create() throws Exception {
		this.changelog = new Changelog(this.directory, this.database);
		this.database.execute("create table item (id int primary key, o int, b varchar(20))",
				"create table item_log (tag varchar(20))", "create view item_ids as select id from item",
				"create trigger other after insert on item_log begin insert into item (id) values (9); end");
		this.changelog.update(Tagging.create("item_written", "INSERT, DELETE", "first", ""));
	}

	@AfterEach
	void empty() throws Exception {
		this.changelog.run((liquibase) -> {
			liquibase.forceReleaseLocks();
			liquibase.dropAll();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "addColumn: { tableName: item, columns: [ { column: { name: z, type: int } } ] }",
			"dropColumn: { tableName: item, columnName: b }",
			"addDefaultValue: { tableName: item, columnName: b, defaultValue: x, columnDataType: varchar(20) }",
			"addAutoIncrement: { tableName: item, columnName: id, columnDataType: int }",
			"mergeColumns: { tableName: item, column1Name: b, column2Name: o, finalColumnName: bo,"
					+ " finalColumnType: varchar(40), joinString: '-' }" })
	void triggersAndViewsAreWhatTheyWere(String change) throws Exception {
		List<String> before = triggersAndViews();
		this.changelog.update(change);
		assertThat(triggersAndViews()).isEqualTo(before);
		this.database.execute("insert into item (id) values (1)");
		assertThat(this.database.column("select tag from item_log")).containsExactly("first");
		assertThat(this.database.column("select id from item_ids order by id")).containsExactly("1", "9");
	}

	@Test
	void aTableThatCannotBeRenamedLeavesTheSettingsOfTheSession() throws Exception {
		this.database.execute("create table item_temporary (id int)");
		this.changelog.add("addColumn: { tableName: item, columns: [ { column: { name: z, type: int } } ] }");
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			Liquibase liquibase = new Liquibase("changelog.yaml", new DirectoryResourceAccessor(this.directory),
					SnapshotLiquibase.open(connection));
			assertThatException().isThrownBy(() -> liquibase.update("")).withStackTraceContaining("item_temporary");
			try (ResultSet legacy = statement.executeQuery("pragma legacy_alter_table")) {
				assertThat(legacy.getInt(1)).isZero();
			}
		}
		this.changelog.forgetLast();
	}

	/**
	 * Without a transaction around it, others may write between any two statements; one
	 * begins to when the setting is on.
	 */
	@Test
	void aTableThatOthersWriteLeavesTheSettingsOfTheSession() throws Exception {
		List<String> before = triggersAndViews();
		this.changelog.add("addColumn: { tableName: item, columns: [ { column: { name: z, type: int } } ] }",
				"runInTransaction: false,");
		try (Connection connection = this.database.connect()) {
			assertThatCode(() -> updateWhileOthersWrite(connection)).doesNotThrowAnyException();
			try (Statement statement = connection.createStatement();
					ResultSet legacy = statement.executeQuery("pragma legacy_alter_table")) {
				assertThat(legacy.getInt(1)).isZero();
			}
		}
		assertThat(triggersAndViews()).isEqualTo(before);
	}

	private void updateWhileOthersWrite(Connection connection) throws Exception {
		Connection other = this.database.connect();
		execute(other, "pragma busy_timeout = 0");
		execute(connection, "pragma busy_timeout = 100");
		Liquibase liquibase = new Liquibase("changelog.yaml", new DirectoryResourceAccessor(this.directory),
				SnapshotLiquibase.open(onceLegacy(connection, () -> execute(other, "begin immediate"))));
		try {
			liquibase.update("");
		}
		finally {
			other.close();
			liquibase.forceReleaseLocks();
		}
	}

	/**
	 * The rows that are copied fire nothing, and the trigger is there again afterwards.
	 */
	@Test
	void aTriggerThatFiresItselfDoesSoAgain() throws Exception {
		String counts = """
				createTrigger: { triggerName: item_counted, tableName: item, timing: AFTER, events: UPDATE,
				  replaceIfExists: true, when: 'NEW.o < %d',
				  body: "UPDATE item SET o = NEW.o + 1 WHERE id = NEW.id" }""".replace("\n", " ");
		this.changelog.update(counts.formatted(3));
		this.changelog.update("dropColumn: { tableName: item, columnName: b }");
		assertThat(countedFrom(0)).isEqualTo(3);
		this.changelog.update(counts.formatted(5));
		this.changelog.update("disableTrigger: { triggerName: item_counted, tableName: item }");
		assertThat(countedFrom(0)).isZero();
		this.changelog.update("enableTrigger: { triggerName: item_counted, tableName: item }");
		assertThat(countedFrom(0)).isEqualTo(5);
	}

	/** The triggers that come back are those that were there when it was written. */
	@Test
	void aScriptThatChangesTriggersBeforeIsRefused() throws Exception {
		this.changelog.add(DISABLE);
		this.changelog.add(DROP_COLUMN);
		assertThatException().isThrownBy(this.changelog::updateSql)
			.withStackTraceContaining("makes change set changelog.yaml::2::test before");
		this.changelog.forgetLast();
		this.changelog.forgetLast();
		this.changelog.add(DROP_COLUMN);
		this.changelog.add(DISABLE);
		runScript(this.changelog.updateSql());
		assertThat(this.database.column("select name from sqlite_master where type = 'trigger'"))
			.containsExactly("other");
		this.changelog.update(DISABLE.replace("disable", "enable"));
		assertThat(this.database.column("select name from sqlite_master where type = 'trigger'")).hasSize(3);
	}

	@Test
	void aScriptThatUndoesChangesOfTriggersBeforeIsRefused() throws Exception {
		this.changelog.update("addColumn: { tableName: item, columns: [ { column: { name: z, type: int } } ] }");
		List<String> before = triggersAndViews();
		this.changelog.update(Tagging.create("item_other", "second", ""));
		StringWriter script = new StringWriter();
		assertThatException()
			.isThrownBy(() -> this.changelog.run((liquibase) -> liquibase.rollback(2, "", new StringWriter())))
			.withStackTraceContaining("undoes change set changelog.yaml::3::test before");
		this.changelog.run((liquibase) -> liquibase.rollback(1, "", script));
		runScript(script.toString());
		assertThat(triggersAndViews()).isEqualTo(before);
		StringWriter further = new StringWriter();
		this.changelog.run((liquibase) -> liquibase.rollback(1, "", further));
		runScript(further.toString());
		assertThat(triggersAndViews()).isEqualTo(before);
		this.changelog.forgetLast();
		this.changelog.forgetLast();
	}

	/** SQLite writes the new name into all triggers, as the script cannot. */
	@ParameterizedTest
	@ValueSource(strings = {
			"renameColumn: { tableName: item_log, oldColumnName: tag, newColumnName: label, columnDataType: int }",
			"renameTable: { oldTableName: item_log, newTableName: log }" })
	void aScriptDoesNotGuessWhatRenamingWritesIntoATrigger(String renaming) throws Exception {
		this.changelog.add(renaming);
		this.changelog.add(DISABLE);
		assertThatException().isThrownBy(this.changelog::updateSql)
			.withStackTraceContaining("makes change set changelog.yaml::2::test before, and SQLite writes");
		this.changelog.forgetLast();
		this.changelog.forgetLast();
	}

	private void runScript(String sql) throws Exception {
		new DatabaseClient(this.database).run(sql);
	}

	private int countedFrom(int value) throws SQLException {
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			statement.execute("insert or ignore into item (id, o) values (1, 0)");
			statement.execute("pragma recursive_triggers = on");
			statement.execute("update item set o = " + value + " where id = 1");
			try (ResultSet counted = statement.executeQuery("select o from item where id = 1")) {
				return counted.getInt(1);
			}
		}
	}

	private static Connection onceLegacy(Connection connection, SqlAction action) {
		return (Connection) Proxy.newProxyInstance(SqliteRebuildTests.class.getClassLoader(),
				new Class<?>[] { Connection.class }, (proxy, method, arguments) -> {
					Object result = invoke(connection, method, arguments);
					return (result instanceof Statement statement && !(result instanceof PreparedStatement))
							? onceLegacy(statement, action) : result;
				});
	}

	private static Statement onceLegacy(Statement statement, SqlAction action) {
		return (Statement) Proxy.newProxyInstance(SqliteRebuildTests.class.getClassLoader(),
				new Class<?>[] { Statement.class }, (proxy, method, arguments) -> {
					Object result = invoke(statement, method, arguments);
					if (arguments != null && "PRAGMA legacy_alter_table = ON".equals(arguments[0])) {
						action.run();
					}
					return result;
				});
	}

	private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

	/** Refused while the lock is held, which is what is to be shown. */
	private static void execute(Connection connection, String sql) {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			assertThat(ex.getMessage()).contains("SQLITE_BUSY");
		}
	}

	private interface SqlAction {

		void run() throws SQLException;

	}

	private List<String> triggersAndViews() {
		return this.database.column("select sql from sqlite_master where type in ('trigger', 'view') order by name");
	}

}
