package dev.triggerview.liquibase;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.trigger.Trigger;
import dev.triggerview.trigger.TriggerCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What one process has replaced and dropped, another one restores, whose default locale
 * has other letters and digits. H2 and HSQLDB keep their data in files here, which one
 * process has at a time.
 */
@EachDatabase
class RollbackAfterRestartTests {

	private static final String TABLES = """
			sql: { sql: "create table item (id int not null primary key); create table item_log (tag varchar(20))" }""";

	private final FreshDatabase database;

	@TempDir
	private Path directory;

	RollbackAfterRestartTests(FreshDatabase database) {
		this.database = database;
	}

	@Test
	void anotherProcessRestoresTheTrigger() throws Exception {
		Changelog changelog = new Changelog(this.directory, this.database);
		update(changelog, TABLES);
		update(changelog, Tagging.create("item_written", "first", ""));
		List<Trigger> before = triggers();
		update(changelog, Tagging.create("item_written", "second", "replaceIfExists: true"));
		update(changelog, "dropTrigger: { triggerName: item_written, tableName: item }");
		assertThat(triggers()).isEmpty();
		rollbackInAnotherProcess(2);
		assertThat(triggers()).isEqualTo(before).hasSize(1);
	}

	private void update(Changelog changelog, String change) throws Exception {
		changelog.add(change);
		changelog.run(connect(), (liquibase) -> liquibase.update(""));
	}

	private void rollbackInAnotherProcess(int count) throws Exception {
		File output = this.directory.resolve("rollback.log").toFile();
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Duser.language=tr", "-Duser.country=TR",
				"-Duser.extensions=u-nu-arab", "-cp", System.getProperty("java.class.path"),
				RollbackProgram.class.getName(), url(), this.database.username(), this.database.password(),
				this.directory.toString(), String.valueOf(count))
			.redirectErrorStream(true)
			.redirectOutput(output)
			.start();
		try {
			assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
			assertThat(process.exitValue()).as(Files.readString(output.toPath())).isZero();
		}
		finally {
			process.destroyForcibly();
		}
	}

	private List<Trigger> triggers() throws Exception {
		try (Connection connection = connect()) {
			return TriggerCatalog.triggers(connection);
		}
	}

	private Connection connect() throws Exception {
		return DriverManager.getConnection(url(), this.database.username(), this.database.password());
	}

	private String url() {
		return switch (this.database.kind()) {
			case H2 -> "jdbc:h2:file:" + this.directory.resolve("h2");
			case HSQLDB -> "jdbc:hsqldb:file:" + this.directory.resolve("hsqldb") + ";shutdown=true";
			default -> this.database.url();
		};
	}

}
