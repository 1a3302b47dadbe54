package dev.triggerview.liquibase;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the scripts that are printed without a database to the files below
 * {@code src/test/resources/golden/script}; {@code -Dtrigger-view.test.golden=write}
 * writes them.
 */
class OfflineTests {

	private static final Path FILES = Path.of("src/test/resources/golden/script");

	@TempDir
	private Path directory;

	@ParameterizedTest
	@ValueSource(strings = { "db2", "h2", "hsqldb", "mariadb", "mssql", "mysql", "oracle", "postgresql", "sqlite" })
	void printsTheScriptThatIsCheckedIn(String shortName) throws Exception {
		String script = new ChangelogDirectory(this.directory).offlineSql(shortName, "changelog/trigger/offline.yaml")
			.replace("\r\n", "\n")
			.lines()
			.dropWhile((line) -> !line.matches("-- +Changeset .*"))
			.collect(Collectors.joining("\n", "", "\n"));
		Path file = FILES.resolve(shortName + ".sql");
		if ("write".equals(System.getProperty("trigger-view.test.golden"))) {
			Files.createDirectories(FILES);
			Files.writeString(file, script);
		}
		assertThat(script).isEqualTo(Files.readString(file));
	}

	/** Liquibase writes the name of the table in its case, which tells tables apart. */
	@ParameterizedTest
	@ValueSource(strings = { "mysql", "mariadb" })
	void namesKeepTheirCaseOnMySqlAndMariaDb(String shortName) throws Exception {
		ChangelogDirectory changelogs = new ChangelogDirectory(this.directory).write("mixed.yaml",
				"""
						databaseChangeLog:
						- changeSet: { id: 1, author: test, changes: [
						    { createTable: { tableName: Item, columns: [ { column: { name: id, type: int } } ] } },
						    { createTrigger: { triggerName: Touch, tableName: Item, timing: AFTER, events: INSERT, body: x } } ] }
						""");
		assertThat(changelogs.offlineSql(shortName, "mixed.yaml")).contains("CREATE TABLE Item ", "TRIGGER `Touch`\n",
				"ON `Item`");
	}

}
