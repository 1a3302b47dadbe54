package dev.triggerview.liquibase;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
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
import static org.assertj.core.api.Assertions.assertThatException;

/** Only on SQLite, Liquibase creates a table anew to change it. */
@EachDatabase(TestDatabase.SQLITE)
class SqliteRebuildTests {

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
		this.changelog.run(Liquibase::dropAll);
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

	private List<String> triggersAndViews() {
		return this.database.column("select sql from sqlite_master where type in ('trigger', 'view') order by name");
	}

}
