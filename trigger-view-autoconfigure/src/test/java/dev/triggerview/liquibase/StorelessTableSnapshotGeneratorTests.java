package dev.triggerview.liquibase;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Locale;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.trigger.TriggerDialect;
import dev.triggerview.trigger.TriggerStore;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.structure.core.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@EachDatabase
class StorelessTableSnapshotGeneratorTests {

	private final FreshDatabase database;

	@TempDir
	private Path directory;

	StorelessTableSnapshotGeneratorTests(FreshDatabase database) {
		this.database = database;
	}

	@Test
	void onlyDropAllFindsTheTableOfTheStore() throws Exception {
		Changelog changelog = new Changelog(this.directory, this.database);
		changelog.update("sql: { sql: \"create table item (id int); create table item_log (tag varchar(20))\" }");
		changelog.update(Tagging.create("item_written", "first", ""));
		changelog.update("disableTrigger: { triggerName: item_written, tableName: item }");
		assertThat(this.database.value("select count(*) from TRIGGER_VIEW_STORE")).isNotEqualTo("0");
		assertThat(tables()).contains("item", "item_log").doesNotContain("trigger_view_store");
		Path generated = new SnapshotLiquibase(this.directory).generate(this.database, "generated.yaml");
		assertThat(Files.readString(generated)).contains("createTable", "createTrigger")
			.containsPattern("enabled: [\"']?false")
			.doesNotContainIgnoringCase("trigger_view_store");
		changelog.run(Liquibase::dropAll);
		assertThat(tables()).isEmpty();
		try (Connection connection = this.database.connect()) {
			assertThat(new TriggerStore(TriggerDialect.of(connection), null, null).exists(connection)).isFalse();
		}
	}

	private List<String> tables() throws Exception {
		try (Database opened = SnapshotLiquibase.open(this.database)) {
			return SnapshotLiquibase.snapshot(opened)
				.get(Table.class)
				.stream()
				.map((table) -> table.getName().toLowerCase(Locale.ROOT))
				.toList();
		}
	}

}
