package dev.triggerview.liquibase;

import java.nio.file.Path;
import java.util.List;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import liquibase.Liquibase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A trigger that is replaced by one of other events keeps its place at those that both
 * have, also where it gets another name because one trigger stands for each event.
 */
@EachDatabase({ TestDatabase.MARIADB, TestDatabase.HSQLDB })
class OtherEventsOrderTests {

	private static final String REPLACE = "replaceIfExists: true";

	private final FreshDatabase database;

	@TempDir
	private Path directory;

	private Changelog changelog;

	private int items;

	OtherEventsOrderTests(FreshDatabase database) {
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
	}

	@AfterEach
	void empty() throws Exception {
		this.changelog.run(Liquibase::dropAll);
	}

	@Test
	void theFirstOneStaysTheFirst() throws Exception {
		this.changelog.update(Tagging.create("item_first", "INSERT,UPDATE", "first", REPLACE));
		assertThat(tagsOfInsert()).containsExactly("first", "second", "third");
		this.changelog.update(Tagging.create("item_first", "INSERT", "zeroth", REPLACE));
		assertThat(tagsOfInsert()).containsExactly("zeroth", "second", "third");
		this.changelog.rollback(2);
		assertThat(tagsOfInsert()).containsExactly("first", "second", "third");
	}

	@Test
	void oneBetweenOthersStaysThere() throws Exception {
		this.changelog.update(Tagging.create("item_second", "INSERT,DELETE", "second", REPLACE));
		assertThat(tagsOfInsert()).containsExactly("first", "second", "third");
		this.changelog.update("dropTrigger: { triggerName: item_second, tableName: item }");
		this.changelog.rollback(2);
		assertThat(tagsOfInsert()).containsExactly("first", "second", "third");
	}

	@Test
	void oneWhoseNeighbourHasOtherEventsByNowComesBack() throws Exception {
		this.changelog.update("disableTrigger: { triggerName: item_second, tableName: item }");
		this.changelog.update(Tagging.create("item_first", "DELETE", "first", REPLACE));
		this.changelog.update("enableTrigger: { triggerName: item_second, tableName: item }");
		assertThat(tagsOfInsert()).containsExactly("second", "third");
		this.changelog.rollback(3);
		assertThat(tagsOfInsert()).containsExactly("first", "second", "third");
	}

	@Test
	void oneThatAScriptDisablesBesideOneThatItGivesOtherEventsComesBack() throws Exception {
		this.changelog.add(Tagging.create("item_first", "DELETE", "first", REPLACE));
		this.changelog.add("disableTrigger: { triggerName: item_second, tableName: item }");
		new DatabaseClient(this.database).run(this.changelog.updateSql());
		this.changelog.update("enableTrigger: { triggerName: item_second, tableName: item }");
		assertThat(tagsOfInsert()).containsExactly("second", "third");
	}

	@Test
	void aScriptLeavesThemWhereAnUpdateDoes() throws Exception {
		this.changelog.add("disableTrigger: { triggerName: item_third, tableName: item }");
		this.changelog.add(Tagging.create("item_first", "INSERT,UPDATE", "first", REPLACE));
		this.changelog.add("disableTrigger: { triggerName: item_first, tableName: item }");
		new DatabaseClient(this.database).run(this.changelog.updateSql());
		assertThat(tagsOfInsert()).containsExactly("second");
		this.changelog.update("enableTrigger: { triggerName: item_third, tableName: item }");
		this.changelog.update("enableTrigger: { triggerName: item_first, tableName: item }");
		assertThat(tagsOfInsert()).containsExactly("first", "second", "third");
	}

	@Test
	void aScriptKnowsThePlaceOfOneThatItDisablesBesideOneThatIsDisabled() throws Exception {
		this.changelog.update("disableTrigger: { triggerName: item_third, tableName: item }");
		this.changelog.add(Tagging.create("item_first", "INSERT,UPDATE", "first", REPLACE));
		this.changelog.add("disableTrigger: { triggerName: item_first, tableName: item }");
		this.changelog.add("dropTrigger: { triggerName: item_second, tableName: item }");
		new DatabaseClient(this.database).run(this.changelog.updateSql());
		this.changelog.update("enableTrigger: { triggerName: item_third, tableName: item }");
		this.changelog.update("enableTrigger: { triggerName: item_first, tableName: item }");
		assertThat(tagsOfInsert()).containsExactly("first", "third");
	}

	private List<String> tagsOfInsert() {
		this.database.execute("delete from item_log", "insert into item values (" + ++this.items + ")");
		return this.database.column("select tag from item_log");
	}

}
