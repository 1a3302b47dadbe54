package dev.triggerview.liquibase;

import java.nio.file.Path;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

@EachDatabase
class TriggerVariantTests {

	private static final String TABLES = """
			sql: { sql: "create table item (id int not null primary key); create table item_log (tag varchar(20))" }""";

	private static final String SQL = "body: \"INSERT INTO item_log (tag) VALUES ('first')\"";

	private static final String JAVA = "javaClass: '" + Tagging.First.class.getName() + "'";

	private final FreshDatabase database;

	TriggerVariantTests(FreshDatabase database) {
		this.database = database;
	}

	@Test
	void entriesOfAListNeedNoName(@TempDir Path directory) throws Exception {
		Changelog changelog = new Changelog(directory, this.database);
		changelog.update(TABLES);
		changelog.update(create("{ dbms: 'postgresql, mariadb, mysql, mssql', " + SQL + " }, { " + JAVA
				+ ", dbms: h2 }, { " + SQL + ", dbms: 'hsqldb, sqlite, oracle, db2' }"));
		this.database.execute("insert into item values (1)");
		assertThat(this.database.column("select tag from item_log")).containsExactly("first");
		changelog.rollback(1);
	}

	@Test
	void entriesThatCannotBeToldApartAreRefusedWithTheRemedy(@TempDir Path directory) {
		Changelog changelog = new Changelog(directory, this.database);
		assertThatException()
			.isThrownBy(() -> changelog.update(create("{ dbms: h2 }, { dbms: postgresql, " + SQL + " }")))
			.withStackTraceContaining("write '- variant:' before each");
	}

	private static String create(String variants) {
		return "createTrigger: { triggerName: item_written, tableName: item, timing: AFTER, events: INSERT, variants: [ "
				+ variants + " ] }";
	}

}
