package dev.triggerview.liquibase;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@EachDatabase
class CatalogPreconditionTests {

	private final FreshDatabase database;

	@TempDir
	private Path directory;

	CatalogPreconditionTests(FreshDatabase database) {
		this.database = database;
		if (TriggerFixtures.isEmpty(database)) {
			TriggerFixtures.create(database);
			database.execute("create table mark (id int)");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "sql", "yaml", "json", "xml" })
	void runsAChangeSetOnlyIfTheTriggerIsThere(String format) throws Exception {
		assertThat(holds(format, "triggerExists", "triggerName", "touch", "tableName", "account")).isTrue();
		assertThat(holds(format, "triggerExists", "triggerName", "touch", "tableName", "log")).isFalse();
		assertThat(holds(format, "triggerExists", "triggerName", "missing", "tableName", "account")).isFalse();
		assertThat(holds(format, "triggerEnabled", "triggerName", "touch", "tableName", "account")).isTrue();
		boolean functions = !this.database.is(TestDatabase.SQLITE);
		assertThat(holds(format, "functionExists", "functionName", "fee")).isEqualTo(functions);
		assertThat(holds(format, "functionExists", "functionName", "missing")).isFalse();
	}

	/** By the names that dropTrigger and dropFunction take, too. */
	@Test
	void findsWhatAChangeWouldFind() throws Exception {
		assertThat(holds("yaml", "triggerExists", "triggerName", "Touch", "tableName", "account"))
			.isEqualTo(!this.database.is(TestDatabase.POSTGRESQL));
		assertThat(holds("yaml", "triggerEnabled", "triggerName", "TOUCH")).isTrue();
		if (this.database.is(TestDatabase.POSTGRESQL, TestDatabase.HSQLDB)) {
			assertThat(holds("yaml", "functionExists", "functionName", "fee(int)")).isTrue();
			assertThat(holds("yaml", "functionExists", "functionName", "fee(date)")).isFalse();
		}
	}

	@Test
	void aDisabledTriggerExistsButIsNotEnabled() throws Exception {
		if (this.database.is(TestDatabase.POSTGRESQL)) {
			assertThat(holds("yaml", "triggerExists", "triggerName", "cond")).isTrue();
			assertThat(holds("yaml", "triggerEnabled", "triggerName", "cond")).isFalse();
			assertThat(holds("yaml", "functionExists", "functionName", "fee", "functionArguments", "integer")).isTrue();
			assertThat(holds("yaml", "functionExists", "functionName", "fee", "functionArguments", "date")).isFalse();
		}
	}

	@Test
	void refusesWhatItDoesNotKnow() {
		assertThatExceptionOfType(Exception.class)
			.isThrownBy(() -> holds("yaml", "triggerExists", "triggerName", "touch", "tabelName", "account"))
			.withStackTraceContaining("tableName");
		assertThatExceptionOfType(Exception.class)
			.isThrownBy(() -> holds("sql", "triggerExists", "tableName", "account"))
			.withStackTraceContaining("trigger:NAME");
	}

	/**
	 * Return whether a change set behind the precondition runs; each is one of its own.
	 */
	private boolean holds(String format, String name, String... attributes) throws Exception {
		this.database.execute("delete from mark");
		Path changelog = Files.createTempFile(this.directory, "precondition", "." + format);
		Files.writeString(changelog, text(format, name, attributes));
		new SnapshotLiquibase(this.directory).update(this.database, changelog);
		return !this.database.column("select id from mark").isEmpty();
	}

	private static String text(String format, String name, String... attributes) {
		StringBuilder words = new StringBuilder();
		for (int i = 0; i < attributes.length; i += 2) {
			words.append(switch (format) {
				case "xml" -> attributes[i] + "='" + attributes[i + 1] + "' ";
				case "sql" -> attributes[i].replaceAll("Name|function(?=A)", "").toLowerCase(Locale.ROOT) + ":"
						+ attributes[i + 1] + " ";
				default -> ((i > 0) ? ", " : "") + "\"" + attributes[i] + "\": \"" + attributes[i + 1] + "\"";
			});
		}
		return switch (format) {
			case "xml" -> """
					<databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
						xmlns:tv="http://www.triggerview.dev/xml/ns/trigger-view"
						xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
						xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
							http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
						<changeSet id="1" author="test">
							<preConditions onFail="CONTINUE"><tv:%s %s/></preConditions>
							<sql>insert into mark values (1)</sql>
						</changeSet>
					</databaseChangeLog>
					""".formatted(name, words);
			case "sql" -> """
					--liquibase formatted sql
					--changeset test:1
					--preconditions onFail:CONTINUE
					--precondition-%s %s
					insert into mark values (1)
					""".formatted(name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT), words);
			default -> """
					{ "databaseChangeLog": [ { "changeSet": { "id": "1", "author": "test",
					"preConditions": [ { "onFail": "CONTINUE" }, { "%s": { %s } } ],
					"changes": [ { "sql": { "sql": "insert into mark values (1)" } } ] } } ] }
					""".formatted(name, words);
		};
	}

}
