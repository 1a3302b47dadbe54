package dev.triggerview.trigger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.triggerview.trigger.TriggerDialect.Support;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the support matrix of the documentation to what the dialects do.
 * {@code -Dtrigger-view.test.golden=write} writes it.
 */
class SupportMatrixTests {

	private static final Path FILE = Path.of("../docs/trigger-support.md");

	/** The databases of the ordinary build, on which every cell is run. */
	private static final Set<String> LIVE = Set.of("postgresql", "mariadb", "h2", "hsqldb", "sqlite");

	private static final Map<Support, String> SIGNS = Map.of(Support.NATIVE, "yes", Support.REWRITTEN, "rewritten",
			Support.NONE, "refused");

	@Test
	void theDocumentationSaysWhatTheDialectsDo() throws IOException {
		if ("write".equals(System.getProperty("trigger-view.test.golden"))) {
			Files.createDirectories(FILE.getParent());
			Files.writeString(FILE, document());
		}
		assertThat(Files.readString(FILE)).isEqualTo(document());
	}

	private static String document() {
		return """
				# What each database does with a trigger

				*yes*: the database has it. *rewritten*: other SQL keeps the meaning (several events become several
				triggers, a condition moves into the body, a trigger is dropped and created again). *refused*: validation says so before the update runs, with
				the way out. Databases in **bold** are run by every build; for the others the SQL is checked in, and
				`mvn verify -Pcontainers` runs it where Docker is.

				"""
				+ row("", TriggerDialect.all().stream().map(SupportMatrixTests::title).toList())
				+ row("---", TriggerDialect.all().stream().map((dialect) -> "---").toList())
				+ Stream.of(TriggerFeature.values()).map(SupportMatrixTests::row).collect(Collectors.joining()) + """

						## Functions

						*overloads*: functions of one name differ in their arguments.

						""" + functions() + """

						## Limits

						""" + caveats()
				+ """
						- Db2 and SQL Server: the line of an error in a trigger comes from what their drivers add to an
						  exception (SQL Server has no column, Db2 none for triggers). It was tried with exceptions of
						  these drivers, not with the servers. A `createTrigger` in a change set with `modifySql`
						  tells the driver's message alone.
						- Db2: a trigger that the server creates with errors (`auto_reval` is `DEFERRED_FORCE`) fails its
						  change set with the line and at most 70 bytes of text; a function is not looked at.
						- H2: a trigger that fires for `SELECT` is in no list, and no change finds it.
						- H2: the catalog does not tell that a trigger fires for `ROLLBACK`, too: one that is created
						  again, to be disabled and enabled or renamed, does not any more.
						- H2: of several `INSTEAD OF` triggers for one event of a view only the first one fires, so that a
						  change that would create another one fails. A script does not look for others.
						- H2: an `AFTER` trigger `FOR EACH ROW` on a view is created and never fires, whether or not the view
						  has an `INSTEAD OF` trigger. Put its body into that one.
						- H2: an `INSERT` takes the lock of its table after its `BEFORE` triggers. When one of them works
						  on for more than 200 milliseconds without a statement and another is replaced meanwhile, the
						  `INSERT` fails.
						- H2: before a trigger is replaced, the new one is created under another name, so that one that H2
						  refuses costs nothing and a view always has one. Its class is loaded twice: `init` runs twice,
						  `remove` once.
						- H2: statements on a table wait while its trigger is replaced, and fail when the `LOCK_TIMEOUT` of
						  their sessions is shorter than that: about half a second, one while others write without pause.
						  The change lets transactions on the table end first, for two minutes with the `LOCK_TIMEOUT` that H2
						  has by itself; a longer one in its URL lets it wait longer.
						- A body is stored byte for byte between its first and its last word, but for the ends of its lines. Around
						  it, white space is not kept, and where the database wants a `;` behind the last statement it gets one, in
						  front of a comment.
						- Lines of a body, a condition and `remarks` end with a line feed in the database, whatever they end with in
						  the changelog or in a file: the clients of MariaDB, MySQL, SQLite and HSQLDB take carriage returns out of
						  a script, and Git puts some into a checkout. A comparison takes no notice of them. A literal that needs
						  one names it, as `chr(13)` does.
						- MariaDB, MySQL, SQLite and HSQLDB: the clients take the carriage returns out of a trigger or function
						  written by other means, too, when a script brings it back. `rollback` keeps them.
						- Liquibase takes a list of one item, in YAML and JSON, for the item. One with a comma or a double quote
						  stands in double quotes, as it does in a text: `functionArguments: ['"a, b"']`.
						- HSQLDB: the database keeps no text but writes the statements of a body anew, without its comments.
						- HSQLDB: a trigger that calls a Java class is in no list, and no change finds it.
						- HSQLDB: a script drops all functions of a name, whatever their arguments. With a connection, it creates
						  the others again; offline it does not know them.
						- HSQLDB: `CREATE TRIGGER … BEFORE other` puts a trigger behind the other one, which is `follows`;
						  nothing puts one in front of another. With `precedes`, the other one is created again behind a
						  trigger that shall be the first one; the attribute stands beside a complete statement, too.
						  Without a connection, a script refuses `precedes`.
						- HSQLDB: the other trigger is looked for in the schema of the session: in another schema a trigger
						  that is created again runs last, and `follows` and `precedes` fail.
						- HSQLDB: a view has one `INSTEAD OF` trigger for an event, no statement replaces it, and no lock
						  outlives the one that drops it. A statement on the view between the drop and the creation fails or,
						  where HSQLDB itself can write through the view, writes its table. Nobody should write such a view
						  meanwhile, as a warning says when it happens.
						- HSQLDB, MariaDB and MySQL: `follows` and `precedes` hold for the events that both triggers have, and
						  name the other one as it was declared, also where several triggers stand for it. A script takes it
						  as the changelog declares it, or else from the database, without which it refuses several events of its own.
						- MySQL and MariaDB: when the process dies while a trigger is renamed, it may run under both names until
						  the next run finishes the change.
						- H2, HSQLDB, MariaDB and MySQL: when the process dies in a rollback, Liquibase takes the change set for one
						  that was made, so that `update` finishes nothing. Repeat the rollback.
						- MySQL and MariaDB: the catalog shows no function to an account without a right on it or on all databases:
						  `functionExists` is false then, and `dropFunction` with `ifExists` drops nothing.
						- MySQL and MariaDB: a server that writes a binary log refuses triggers, and functions, to an account
						  without SUPER unless its `log_bin_trust_function_creators` is on. Its message says so, and nothing is
						  changed.
						- MySQL and MariaDB: what a foreign key does to rows, `ON DELETE CASCADE` for example, fires no trigger.
						- MySQL and MariaDB: `generateChangeLog`, comparisons and `/actuator/triggers` may show a text literal
						  without the character set in front of it (`_binary'a'`), as the catalog does. Changes of a trigger keep it.
						- MySQL and MariaDB: a trigger that is created again has its literals in the character set and collation of
						  that connection, which may not be those it was first created with: what counts bytes (`hex('é')`), or
						  compares two literals, can differ then. Its `sql_mode` stays.
						- MySQL and MariaDB: a schema is a database, and `schemaName` or `catalogName` names one of the
						  server. `TriggerCatalog` and `/actuator/triggers` show that of the connection.
						- MySQL and MariaDB show triggers only to an account with the TRIGGER privilege. Without it, a change
						  or precondition of a trigger that is there fails and names the `GRANT`; snapshots, comparisons and
						  `/actuator/triggers` have none of those, without a word.
						- PostgreSQL: the server disables no trigger of a view. One that is disabled is kept in
						  `TRIGGER_VIEW_STORE`, as on the databases that disable none.
						- PostgreSQL: the function that a body becomes is called `<table>__<trigger>_tv_fn`, with a hash where
						  that is too long or does not tell where the table ends. `renameTrigger` and `renameTable` rename
						  it; after a renaming by hand it keeps its name, and the next trigger of that name is refused.
						- PostgreSQL: a function is replaced by one with other names of parameters, another type that it
						  returns or fewer default values only by dropping it, which fails while a view or a trigger needs it.
						- A function that is dropped and created again loses what was granted on it: where the table says that
						  its replacement is rewritten, and when a drop is rolled back. On PostgreSQL it belongs to its owner
						  again, and those who could call it can do so, and nobody else unless default privileges say so. A role
						  without the rights of the owner keeps it, and a warning tells what a superuser should run then.
						- A `createFunction` that runs on change and gets other arguments creates another function where the
						  table says overloads: the former one stays, and rolling back drops that of the last run alone. A
						  `dropFunction` with the former `functionArguments` and `ifExists` belongs in front of it.
						- PostgreSQL: `dropTable` drops the triggers, and leaves the functions that were their bodies. A
						  `dropTrigger` after it, or `dropAll`, drops them, the trigger created again takes them over,
						  and `generateChangeLog` leaves them out.
						- PostgreSQL: `dropAll` fails where a procedure, a column or another schema needs a view, and leaves
						  functions that a domain, an operator, a cast, an aggregate, an event trigger or another schema needs.
						- Scripts: `updateSql` looks at the triggers and functions of the database, and at what the script does
						  before, and keeps those that were there for a rollback, as an update does, but no function that SQL of the
						  same script names. The database should be the one that the script is for. A trigger that is created and
						  disabled by the same script has the text of its declaration; so has a function that it creates and drops.
						- Scripts that are written offline look at nothing: a trigger that they replace has the state that is
						  declared, which is enabled unless the change says otherwise, and no rollback brings the former one back.
						- Scripts: where the table says that disabling or renaming is rewritten, `disableTrigger`, `enableTrigger`
						  and `renameTrigger` are refused offline, with `outputDefaultSchema=false`, in a rollback block, and
						  behind an `sql` change of the same script that names the trigger: nobody knows then what is to be
						  created again.
						- Scripts: clients commit each statement, so that a script that is interrupted is half made. An `update`,
						  or the same rollback, over a connection goes on where it has stopped, on H2, HSQLDB, MariaDB and
						  SQLite, and on MySQL by the same code, which was not tried. Two moments are not covered: between the
						  `DELETE` and the `INSERT` of a disabled trigger that only gets another neighbour, which is lost then,
						  and in a rollback just in front of the `DELETE` in Liquibase's own table, which has to be run by hand.
						  On PostgreSQL, `psql --single-transaction -v ON_ERROR_STOP=1` leaves nothing half made, and without it
						  such a script may have to be finished by hand.
						- Scripts: a trigger or function that `rollbackSql` restores is that of the database which the script was
						  written from, in its schema, also with `outputDefaultSchema=false`: its text may name schemas, too.
						  `futureRollbackSql` restores what is there when it is written.
						- Scripts on SQLite: a column that Liquibase drops by creating the table again is refused behind changes of
						  the table's triggers that the same script makes or undoes; so is a trigger that is to be created again
						  behind a renaming of a table or column that its text names, because SQLite changes that text.
						- Liquibase 4.33 in its Maven plugin brings the changes of the paid edition along. On the
						  databases that those know they are used instead of these, and a warning says so; Liquibase
						  5.0 in its Maven plugin does not.
						- SQLite: `schemaName` and `catalogName` can be `main` only; the triggers of attached databases are
						  not looked into, nor are `TEMP` triggers, which go with their connection and are refused. A trigger of
						  a `TEMP` table is one, too, without a word.
						- `generateChangeLog` and `diffChangeLog` create a function behind those that it calls and in front of the
						  views, indexes and default values that call it: a word in front of a parenthesis. A view that calls a
						  function which reads another view may come before that view.
						- The firing order is compared and corrected by `diffChangeLog` on HSQLDB, MariaDB and MySQL.
						""";
	}

	private static String functions() {
		return row("", TriggerDialect.all().stream().map(SupportMatrixTests::title).toList())
				+ row("---", TriggerDialect.all().stream().map((dialect) -> "---").toList())
				+ functions("create, drop", (functions) -> "yes")
				+ functions("replace", (functions) -> functions.orReplace().isEmpty() ? "rewritten" : "yes")
				+ functions("overloads", (functions) -> functions.overloads() ? "yes" : "no")
				+ Stream.of(FunctionFeature.values())
					.map((feature) -> functions(feature.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
							(functions) -> functions.features().contains(feature) ? "yes" : "refused"))
					.collect(Collectors.joining());
	}

	/** SQLite has no functions. */
	private static String functions(String title, Function<FunctionDialect, String> cell) {
		return row(title,
				TriggerDialect.all()
					.stream()
					.map((dialect) -> FunctionDialect.of(dialect.shortName()).map(cell).orElse("refused"))
					.toList());
	}

	private static String title(TriggerDialect dialect) {
		return LIVE.contains(dialect.shortName()) ? "**" + dialect.name() + "**" : dialect.name();
	}

	private static String row(TriggerFeature feature) {
		return row(feature.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
				TriggerDialect.all().stream().map((dialect) -> sign(dialect.support(feature), feature)).toList());
	}

	/** Nobody can ask for transactions in a definition, so that nothing is refused. */
	private static String sign(Support support, TriggerFeature feature) {
		boolean refused = support == Support.NONE && feature != TriggerFeature.TRANSACTIONAL_DDL;
		return (support != Support.NONE || refused) ? SIGNS.get(support) : "no";
	}

	private static String row(String first, List<String> cells) {
		return "| " + first + " | " + String.join(" | ", cells) + " |\n";
	}

	private static String caveats() {
		return TriggerDialect.all()
			.stream()
			.flatMap((dialect) -> TriggerSamples.all()
				.values()
				.stream()
				.flatMap((trigger) -> dialect.caveats(trigger).stream()))
			.map((caveat) -> "- " + caveat.database() + ", `" + caveat.attribute() + "`: " + caveat.reason() + ".\n")
			.distinct()
			.collect(Collectors.joining());
	}

}
