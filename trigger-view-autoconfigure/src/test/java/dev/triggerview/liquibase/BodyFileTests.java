package dev.triggerview.liquibase;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import liquibase.Liquibase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A body in a file of its own, as editors write it. */
@EachDatabase
class BodyFileTests {

	private final FreshDatabase database;

	private final Path directory;

	private final ChangelogDirectory changelogs;

	BodyFileTests(FreshDatabase database, @TempDir Path directory) {
		this.database = database;
		this.directory = directory;
		this.changelogs = new ChangelogDirectory(directory);
	}

	@AfterEach
	void empty() throws Exception {
		this.changelogs.run(this.database, "db/changelog.yaml", Liquibase::dropAll);
	}

	@Test
	void mayBeginWithAByteOrderMarkAndHaveLinesOfWindows() throws Exception {
		write("bodies/tag.sql", "\uFEFF" + body("a").replace("\n", "\r\n"), StandardCharsets.UTF_8);
		update("path: bodies/tag.sql");
		assertThat(written()).isEqualTo("a");
	}

	@Test
	void hasTheEncodingThatTheChangeNames() throws Exception {
		write("bodies/tag.sql", body("größer"), StandardCharsets.ISO_8859_1);
		update("path: bodies/tag.sql, encoding: ISO-8859-1");
		assertThat(written()).isEqualTo("größer");
	}

	@Test
	void isLookedForBesideTheChangelogIfTheChangeSaysSo() throws Exception {
		write("db/bodies/tag.sql", body("beside"), StandardCharsets.UTF_8);
		write("bodies/tag.sql", body("elsewhere"), StandardCharsets.UTF_8);
		update("path: bodies/tag.sql, relativeToChangelogFile: true");
		assertThat(written()).isEqualTo("beside");
	}

	@Test
	void hasTheParametersOfTheChangelog() throws Exception {
		write("bodies/tag.sql", body("${tag}/${unknown}"), StandardCharsets.UTF_8);
		update("path: bodies/tag.sql");
		assertThat(written()).isEqualTo("known/${unknown}");
	}

	/**
	 * A semicolon belongs behind the last word, and a comment may look like more words.
	 */
	@Test
	void mayHaveEveryCommentOfTheDatabase() throws Exception {
		for (String body : bodies()) {
			write("bodies/tag.sql", body, StandardCharsets.UTF_8);
			update("path: bodies/tag.sql" + condition());
			assertThat(written()).as(body).isEqualTo("a");
			this.changelogs.run(this.database, "db/changelog.yaml", Liquibase::dropAll);
		}
	}

	private List<String> bodies() {
		if (this.database.is(TestDatabase.H2)) {
			return List.of(body("a") + "// it's done");
		}
		String insert = "INSERT INTO item_log (tag) VALUES ('a')";
		List<String> own = switch (this.database.kind().product()) {
			case MARIADB, MYSQL -> List.of(insert + " # it's done", "# it's\n" + insert + "; # it's done;",
					"INSERT INTO item_log (tag) VALUES (char(96--1))", "/*!50000 " + insert + " */");
			case POSTGRESQL -> List.of(insert + "; /* a /* b */ it's */", insert + "; PERFORM E'it\\'s';");
			default -> List.of();
		};
		return Stream
			.concat(Stream.of(insert + " -- it's done", insert + "; -- it's done;",
					"-- it's\n" + insert + " /* it's */"), own.stream())
			.toList();
	}

	private String condition() {
		return switch (this.database.kind().product()) {
			case H2, SQL_SERVER -> "";
			case MARIADB, MYSQL -> ", when: \"NEW.id > 0 # it's\"";
			case POSTGRESQL -> ", when: \"NEW.id > 0 /* a /* b */ it's */\"";
			default -> ", when: \"NEW.id > 0 -- it's\"";
		};
	}

	private String body(String tag) {
		String insert = "INSERT INTO item_log (tag)\nVALUES ('" + tag + "')";
		return this.database.is(TestDatabase.H2) ? """
				org.h2.api.Trigger create() {
				  return (connection, oldRow, newRow) -> connection.createStatement().execute(
				    "%s");
				}
				""".formatted(insert.replace("\n", " ")) : "-- Written by hand\n" + insert + ";\n";
	}

	private void write(String file, String text, Charset charset) throws Exception {
		Path path = this.directory.resolve(file);
		Files.createDirectories(path.getParent());
		Files.writeString(path, text, charset);
	}

	private void update(String attributes) throws Exception {
		write("db/changelog.yaml", """
				databaseChangeLog:
				- property: { name: tag, value: known }
				- changeSet: { id: 1, author: test, changes: [
				    { sql: { sql: create table item (id int primary key) } },
				    { sql: { sql: create table item_log (tag varchar(20)) } },
				    { createTrigger: { triggerName: item_written, tableName: item, timing: AFTER, events: INSERT,
				        %s } } ] }
				""".formatted(attributes), StandardCharsets.UTF_8);
		this.changelogs.update(this.database, "db/changelog.yaml");
	}

	private String written() {
		this.database.execute("insert into item values (1)");
		return this.database.value("select tag from item_log");
	}

}
