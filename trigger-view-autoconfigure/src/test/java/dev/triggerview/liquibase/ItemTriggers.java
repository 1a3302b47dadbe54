package dev.triggerview.liquibase;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.trigger.Trigger;
import dev.triggerview.trigger.TriggerCatalog;
import dev.triggerview.trigger.TriggerState;
import liquibase.Liquibase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A table, and another one that its {@link Tagging} triggers write. */
abstract class ItemTriggers {

	static final String TABLES = """
			sql: { sql: "create table item (id int not null primary key); create table item_log (tag varchar(20))" }""";

	static final String WRITTEN = "triggerName: item_written, tableName: item";

	final FreshDatabase database;

	@TempDir
	Path directory;

	Changelog changelog;

	private int items;

	ItemTriggers(FreshDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void tables() throws Exception {
		this.changelog = new Changelog(this.directory, this.database);
		this.changelog.update(TABLES);
	}

	@AfterEach
	void empty() throws Exception {
		this.changelog.run(Liquibase::dropAll);
	}

	/** What the triggers write for a row. */
	List<String> tagsOfInsert() {
		return tagsOfInsert("item");
	}

	List<String> tagsOfInsert(String relation) {
		this.database.execute("delete from item_log",
				"insert into " + relation + " (id) values (" + ++this.items + ")");
		return this.database.column("select tag from item_log");
	}

	List<TriggerState> states() {
		return triggers().stream().map(Trigger::state).toList();
	}

	List<String> names() {
		return triggers().stream().map((trigger) -> trigger.name().toLowerCase(Locale.ROOT)).toList();
	}

	List<Trigger> triggers() {
		return new TriggerCatalog(this.database.dataSource()).triggers();
	}

	/** The functions that came with triggers, which only PostgreSQL has. */
	List<String> functions() {
		return this.database.is(TestDatabase.POSTGRESQL) ? this.database
			.column("select pg_get_functiondef(oid) || obj_description(oid) from pg_proc where proname like '%tv_fn'")
				: List.of();
	}

}
