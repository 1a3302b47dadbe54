package dev.triggerview.liquibase;

import java.nio.file.Path;

import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Checksums are kept in databases for years: the values here never change. */
class ChecksumTests {

	private static final String BODY = "INSERT INTO log (note) VALUES ('a  b')";

	@TempDir
	private Path directory;

	@Test
	void isTheOneThatDatabasesHave() throws Exception {
		assertThat(checksum(yaml("body: \"" + BODY + "\""))).isEqualTo("9:e964643f1dee047905b0f381469712ae");
		assertThat(checksum("- dropTrigger: { triggerName: t, tableName: item }"))
			.isEqualTo("9:0670e0135a7cdcd93c908d106980ebdd");
	}

	@Test
	void isTheOneThatDatabasesHaveOfFunctions() throws Exception {
		assertThat(checksum("- createFunction: { functionName: fee, functionArguments: amount int, returns: int,"
				+ " replaceIfExists: true, functionBody: \"RETURN  amount + length('a  b')\" }"))
			.isEqualTo("9:78f1f82ee63622b4ccfcb523dcf75241");
		assertThat(checksum("- dropFunction: { functionName: fee, functionArguments: int, ifExists: true }"))
			.isEqualTo("9:dba5d1e35fa8f4515cd914c5b80a651e");
	}

	@ParameterizedTest
	@ValueSource(strings = { "INSERT  INTO log\\n(note)\\tVALUES('a  b')", "INSERT INTO log(note)VALUES ( 'a  b' ) ",
			"INSERT INTO log (note)\\r\\nVALUES ('a  b')\\n" })
	void whiteSpaceBetweenWordsDoesNotMatter(String body) throws Exception {
		assertThat(checksum(yaml("body: \"" + body + "\""))).isEqualTo(checksum(yaml("body: \"" + BODY + "\"")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			VALUES ('a b')       | VALUES ('a  b')
			VALUES ('a''b')      | VALUES ('a' 'b')
			SELECT ab            | SELECT a b
			SELECT \\"a b\\"     | SELECT \\"a  b\\"
			SELECT `a b`         | SELECT `a  b`
			SELECT [a b]         | SELECT [a  b]
			$$ a b $$            | $$ a  b $$
			$x$ $$a b $x$        | $x$ $$a  b $x$
			/* a b */ x          | /* a  b */ x
			-- a\\nb             | -- a b
			SELECT 1             | select 1
			x > = y              | x >= y
			SELECT 'a\\\\' b'    | SELECT 'a\\\\'  b'
			SELECT 1 # a b       | SELECT 1 # a  b
			""")
	void whatHasAMeaningMatters(String first, String second) throws Exception {
		assertThat(checksum(yaml("body: \"" + first + "\""))).isNotEqualTo(checksum(yaml("body: \"" + second + "\"")));
	}

	@Test
	void theContentOfAFileCountsAndNotItsName() throws Exception {
		ChangelogDirectory files = new ChangelogDirectory(this.directory);
		files.write("one.sql", BODY).write("two.sql", BODY + "\n").write("three.sql", BODY + " -- more");
		String one = checksum(yaml("path: one.sql"));
		assertThat(one).isEqualTo(checksum(yaml("path: two.sql")))
			.isEqualTo(checksum(yaml("body: \"" + BODY + "\"")))
			.isNotEqualTo(checksum(yaml("path: three.sql")));
		assertThat(checksum(yaml("variants: [ { variant: { dbms: h2, path: one.sql } } ]")))
			.isEqualTo(checksum(yaml("variants: [ { variant: { dbms: h2, path: two.sql } } ]")))
			.isNotEqualTo(checksum(yaml("variants: [ { variant: { dbms: h2, path: three.sql } } ]")))
			.isNotEqualTo(checksum(yaml("variants: [ { variant: { dbms: hsqldb, path: one.sql } } ]")));
	}

	@Test
	void theFormOfAListDoesNotMatter() throws Exception {
		assertThat(checksum(yaml("functionName: f, functionArguments: [ a, 'b,c' ]")))
			.isEqualTo(checksum(yaml("functionName: f, functionArguments: 'a,\"b,c\"'")))
			.isNotEqualTo(checksum(yaml("functionName: f, functionArguments: 'a,b,c'")));
	}

	/** To Liquibase, a list of one item is that item. */
	@Test
	void anItemWithACommaStandsInQuotesIfItIsTheOnlyOne() throws Exception {
		assertThat(checksum(yaml("functionName: f, functionArguments: [ '\"b,c\"' ]")))
			.isEqualTo(checksum(yaml("functionName: f, functionArguments: '\"b,c\"'")));
		assertThat(checksum(yaml("functionName: f, functionArguments: [ 'b,c' ]")))
			.isEqualTo(checksum(yaml("functionName: f, functionArguments: [ b, c ]")));
	}

	@Test
	void eachAttributeCounts() throws Exception {
		String plain = checksum(yaml("body: x"));
		for (String attribute : new String[] { "enabled: false", "when: NEW.a > 1", "forEach: ROW", "remarks: x",
				"follows: u", "schemaName: s", "definer: me", "onUnsupported: SKIP", "replaceIfExists: true" }) {
			assertThat(checksum(yaml("body: x, " + attribute))).as(attribute).isNotEqualTo(plain);
		}
		for (String attribute : new String[] { "comment: x", "scope: x", "dbms: h2", "encoding: UTF-8" }) {
			assertThat(checksum(yaml("body: x, " + attribute))).as(attribute).isEqualTo(plain);
		}
	}

	@Test
	void allFormatsHaveTheSame() throws Exception {
		String yaml = checksum(yaml("body: \"" + BODY + "\""));
		assertThat(checksum("changelog.json", """
				{ "databaseChangeLog": [ { "changeSet": { "id": "1", "author": "a", "changes": [
				{ "createTrigger": { "triggerName": "t", "tableName": "item", "timing": "AFTER",
				"events": ["INSERT", "UPDATE"], "triggerBody": "%s" } } ] } } ] }""".formatted(BODY))).isEqualTo(yaml);
		assertThat(checksum("changelog.xml",
				"""
						<databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
						xmlns:tv="http://www.triggerview.dev/xml/ns/trigger-view" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
						xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd
						http://www.triggerview.dev/xml/ns/trigger-view http://www.triggerview.dev/xml/ns/trigger-view-latest.xsd">
						<changeSet id="1" author="a">
						<tv:createTrigger triggerName="t" tableName="item" timing="AFTER" events="INSERT,UPDATE">%s</tv:createTrigger>
						</changeSet></databaseChangeLog>"""
					.formatted(BODY)))
			.isEqualTo(yaml);
	}

	private static String yaml(String attributes) {
		return "- createTrigger: { triggerName: t, tableName: item, timing: AFTER, events: [ INSERT, UPDATE ], "
				+ attributes + " }";
	}

	private String checksum(String change) throws Exception {
		return checksum("changelog.yaml", """
				databaseChangeLog:
				- changeSet:
				    id: 1
				    author: a
				    changes:
				    %s
				""".formatted(change));
	}

	private String checksum(String file, String text) throws Exception {
		new ChangelogDirectory(this.directory).write(file, text);
		try (ResourceAccessor resources = new DirectoryResourceAccessor(this.directory)) {
			DatabaseChangeLog changelog = ChangeLogParserFactory.getInstance()
				.getParser(file, resources)
				.parse(file, new ChangeLogParameters(), resources);
			return liquibase.Scope.child(java.util.Map.of(liquibase.Scope.Attr.resourceAccessor.name(), resources),
					() -> changelog.getChangeSets().get(0).getChanges().get(0).generateCheckSum().toString());
		}
	}

}
