package dev.triggerview.liquibase;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.integration.spring.SpringResourceAccessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application reads its changelog from the class path and rolls it back from a
 * directory. How a database keeps what was there before has no part in that.
 */
@EachDatabase(TestDatabase.H2)
class ChangelogPathTests {

	private final FreshDatabase database;

	@TempDir
	private Path directory;

	ChangelogPathTests(FreshDatabase database) {
		this.database = database;
	}

	@Test
	void whatWasThereBeforeIsFoundByAnotherPathOfTheSameChangelog() throws Exception {
		this.database.execute("create table item (id int primary key)", "create table item_log (tag varchar(20))");
		Changelog changelog = new Changelog(this.directory, this.database);
		changelog.update(Tagging.create("item_written", "first", ""));
		changelog.add(Tagging.create("item_written", "second", "replaceIfExists: true"));
		updateFromClassPath();
		this.database.execute("insert into item values (1)");
		changelog.rollback(1);
		this.database.execute("insert into item values (2)");
		assertThat(this.database.column("select tag from item_log")).containsExactly("second", "first");
	}

	private void updateFromClassPath() throws Exception {
		try (URLClassLoader classes = new URLClassLoader(new URL[] { this.directory.toUri().toURL() });
				Connection connection = this.database.connect();
				Liquibase liquibase = new Liquibase("classpath:changelog.yaml",
						new SpringResourceAccessor(new DefaultResourceLoader(classes)), DatabaseFactory.getInstance()
							.findCorrectDatabaseImplementation(new JdbcConnection(connection)))) {
			liquibase.update("");
		}
	}

}
