package dev.triggerview.benchmarks.migrations;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.triggerview.benchmarks.GeneratedApplication;
import liquibase.Liquibase;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.sqlgenerator.SqlGeneratorFactory;

/**
 * Two changelogs that send the same statements: one declares the triggers, the other has
 * the statements of the first as {@code sql}. Each trigger has a change set of its own.
 */
final class Changelogs {

	static final int TABLES = 20;

	static final String DECLARED = "declared.xml";

	static final String PLAIN = "plain.xml";

	private static final String FRAME = """
			<?xml version="1.0" encoding="UTF-8"?>
			<databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
				xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
				xmlns:tv="http://www.triggerview.dev/xml/ns/trigger-view"
				xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd
					http://www.triggerview.dev/xml/ns/trigger-view http://www.triggerview.dev/xml/ns/trigger-view-latest.xsd">
			%s
			</databaseChangeLog>
			""";

	private static final String DECLARED_TRIGGER = """
			<changeSet id="%1$d" author="benchmark">
				<tv:createTrigger triggerName="touch_%1$d" tableName="item_%2$d" timing="BEFORE" events="UPDATE">
					BEGIN NEW.name := 'touched'; RETURN NEW; END
					<tv:variant dbms="h2" javaClass="dev.triggerview.benchmarks.migrations.Touch"/>
				</tv:createTrigger>
			</changeSet>
			""";

	private Changelogs() {
	}

	static List<String> tables() {
		return IntStream.range(0, TABLES)
			.mapToObj((table) -> "create table item_%d (id bigint primary key, name varchar(40))".formatted(table))
			.toList();
	}

	/** Write both into a directory; the connection tells which statements it takes. */
	static Path write(GeneratedApplication directory, int triggers, Connection connection) {
		String declared = IntStream.range(0, triggers)
			.mapToObj((trigger) -> DECLARED_TRIGGER.formatted(trigger, trigger % TABLES))
			.collect(Collectors.joining());
		Path file = directory.resource(DECLARED, FRAME.formatted(declared));
		try (DirectoryResourceAccessor files = new DirectoryResourceAccessor(file.getParent())) {
			Database database = DatabaseFactory.getInstance()
				.findCorrectDatabaseImplementation(new JdbcConnection(connection));
			String plain = new Liquibase(DECLARED, files, database).getDatabaseChangeLog()
				.getChangeSets()
				.stream()
				.map((changeSet) -> plain(changeSet, database))
				.collect(Collectors.joining());
			return directory.resource(PLAIN, FRAME.formatted(plain)).getParent();
		}
		catch (Exception ex) {
			throw new IllegalStateException("The declared triggers do not tell their statements", ex);
		}
	}

	private static String plain(ChangeSet changeSet, Database database) {
		String changes = changeSet.getChanges()
			.stream()
			.flatMap((change) -> statements(change, database))
			.map("<sql splitStatements=\"false\" stripComments=\"false\"><![CDATA[%s]]></sql>%n"::formatted)
			.collect(Collectors.joining());
		return "<changeSet id=\"%s\" author=\"benchmark\">%n%s</changeSet>%n".formatted(changeSet.getId(), changes);
	}

	private static Stream<String> statements(Change change, Database database) {
		return Stream.of(change.generateStatements(database))
			.flatMap((statement) -> Stream.of(SqlGeneratorFactory.getInstance().generateSql(statement, database)))
			.map((sql) -> sql.toSql());
	}

}
