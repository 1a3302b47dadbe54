package dev.triggerview.liquibase;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.Trigger;
import dev.triggerview.trigger.TriggerAction;
import dev.triggerview.trigger.TriggerCatalog;
import dev.triggerview.trigger.TriggerDefinition;
import dev.triggerview.trigger.TriggerDialect;
import dev.triggerview.trigger.TriggerEvent;
import dev.triggerview.trigger.TriggerProblem;
import dev.triggerview.trigger.TriggerTiming;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.executor.Executor;
import liquibase.executor.ExecutorService;
import liquibase.statement.SqlStatement;

/** Triggers of one table on one connection, created the way Liquibase runs statements. */
final class LiveTriggers {

	private static final Map<TestDatabase, LiveTriggers> STARTED = new EnumMap<>(TestDatabase.class);

	private final TestDatabase kind;

	private final FreshDatabase fresh;

	private final TriggerDialect dialect;

	private final RelationName item;

	private final Connection connection;

	private final Executor executor;

	private LiveTriggers(TestDatabase kind) {
		this.kind = kind;
		this.fresh = kind.create();
		this.fresh.execute("create table item (id int)", "create table log (note varchar(1000))");
		try {
			this.connection = this.fresh.connect();
			this.dialect = TriggerDialect.of(this.connection);
			Database database = DatabaseFactory.getInstance()
				.findCorrectDatabaseImplementation(new JdbcConnection(this.connection));
			this.item = RelationName.of(database.correctObjectName("item", liquibase.structure.core.Table.class));
			this.executor = Scope.getCurrentScope().getSingleton(ExecutorService.class).getExecutor("jdbc", database);
			this.connection.setAutoCommit(true);
		}
		catch (SQLException | DatabaseException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Return the triggers of a database that this build runs on. */
	static synchronized LiveTriggers of(TestDatabase kind) {
		return STARTED.computeIfAbsent(kind, LiveTriggers::new);
	}

	TriggerDefinition logging(String name, String note) {
		TriggerDefinition trigger = logging(name, note, "");
		return (this.kind == TestDatabase.H2)
				? trigger.toBuilder().action(new TriggerAction.JavaClass(LogX.class.getName())).build() : trigger;
	}

	TriggerDefinition logging(String name, String note, String comment) {
		String end = comment.isEmpty() ? "" : " -- " + comment;
		String sql = "INSERT INTO log (note) VALUES (" + literal(note) + ")";
		String body = (this.kind == TestDatabase.H2) ? java(sql, comment) : sql + end;
		return TriggerDefinition.of(name, this.item)
			.timing(TriggerTiming.AFTER)
			.events(TriggerEvent.INSERT)
			.body(body)
			.build();
	}

	/** What would end a comment of Java is left out of it. */
	private static String java(String sql, String comment) {
		return "org.h2.api.Trigger create() { /* " + comment.replace("*/", "").replace("\\", "") + " */\n"
				+ "return (c, o, n) -> c.createStatement().execute(" + javaLiteral(sql) + "); }";
	}

	private static String javaLiteral(String text) {
		StringBuilder literal = new StringBuilder("\"");
		text.chars()
			.forEach((character) -> literal.append((character < 128 && Character.isLetterOrDigit(character))
					? String.valueOf((char) character) : "\\u%04x".formatted(character)));
		return literal.append('"')
			.toString()
			.replace("\\u000a", "\\n")
			.replace("\\u000d", "\\r")
			.replace("\\u0022", "\\\"")
			.replace("\\u005c", "\\\\");
	}

	private String literal(String text) {
		String quoted = "'" + text.replace("'", "''") + "'";
		return (this.kind == TestDatabase.MARIADB) ? quoted.replace("\\", "\\\\") : quoted;
	}

	/** The text that the catalog must show; H2 writes source with escapes of its own. */
	String literalAsStored(String note) {
		return (this.kind == TestDatabase.H2) ? "org.h2.api.Trigger create()" : literal(note);
	}

	String storedText(Trigger trigger) throws Exception {
		return (this.kind == TestDatabase.POSTGRESQL)
				? column("select prosrc from pg_proc where proname like '%tv_fn'").get(0) : trigger.definition();
	}

	List<TriggerProblem> create(TriggerDefinition trigger) throws Exception {
		List<TriggerProblem> problems = this.dialect.problems(trigger);
		if (problems.isEmpty()) {
			execute(this.dialect.create(trigger));
		}
		return problems;
	}

	/**
	 * Return whether the database, when it is asked without the library, keeps a name as
	 * it is: some refuse what is too long, and PostgreSQL cuts it.
	 */
	boolean canBeNamed(String name) throws SQLException {
		char quote = (this.kind == TestDatabase.MARIADB) ? '`' : '"';
		String head = "create trigger " + quote + name.replace("" + quote, "" + quote + quote) + quote;
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(head + switch (this.kind) {
				case POSTGRESQL ->
					" before update on item for each row execute function suppress_redundant_updates_trigger()";
				case MARIADB -> " before update on item for each row set @a = 1";
				case H2 -> " before update on item for each row call '" + LogX.class.getName() + "'";
				case HSQLDB -> " after update on item delete from log";
				case SQLITE -> " after update on item begin delete from log; end";
				default -> throw new IllegalArgumentException("No trigger for " + this.kind);
			});
		}
		catch (SQLException ex) {
			return false;
		}
		boolean kept = all().stream().map(Trigger::name).toList().contains(name);
		clean();
		return kept;
	}

	FreshDatabase database() {
		return this.fresh;
	}

	/** Return why the database refuses a trigger, empty if it does not. */
	List<TriggerProblem> problems(TriggerDefinition trigger) {
		return this.dialect.problems(trigger);
	}

	/** Return a changelog in JSON that declares a trigger by its exact names. */
	String json(String id, TriggerDefinition trigger) {
		String action = (trigger.action() instanceof TriggerAction.Body body) ? "\"body\": " + json(body.text())
				: "\"javaClass\": " + json(LogX.class.getName());
		return """
				{ "databaseChangeLog": [ { "changeSet": { "id": "%s", "author": "a",
				"objectQuotingStrategy": "QUOTE_ALL_OBJECTS", "changes": [ { "createTrigger": {
				"triggerName": %s, "tableName": %s, "timing": "AFTER", "events": ["INSERT"], %s } } ] } } ] }"""
			.formatted(id, json(trigger.name()), json(trigger.table().name()), action);
	}

	private static String json(String text) {
		StringBuilder json = new StringBuilder("\"");
		text.chars().forEach((character) -> json.append("\\u%04x".formatted(character)));
		return json.append('"').toString();
	}

	void drop(TriggerDefinition trigger) throws Exception {
		execute(this.dialect.drop(trigger));
	}

	void recreate(Trigger trigger) throws Exception {
		String on = (this.kind == TestDatabase.POSTGRESQL) ? " on item" : "";
		execute(List.of("drop trigger " + this.dialect.quote(trigger.name()) + on, trigger.definition()));
	}

	List<String> fire() throws Exception {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute("insert into item values (1)");
		}
		return column("select note from log");
	}

	List<Trigger> all() {
		return TriggerCatalog.triggers(this.connection);
	}

	void clean() throws SQLException {
		List<Trigger> left = all();
		try (Statement statement = this.connection.createStatement()) {
			for (Trigger trigger : left) {
				for (String drop : this.dialect.drop(trigger.name(), this.item)) {
					statement.execute(drop);
				}
			}
			statement.execute("delete from item");
			statement.execute("delete from log");
		}
	}

	private void execute(List<String> statements) throws Exception {
		for (SqlStatement statement : TriggerStatements.of(this.dialect, statements)) {
			this.executor.execute(statement);
		}
	}

	private List<String> column(String query) throws Exception {
		try (Statement statement = this.connection.createStatement();
				ResultSet result = statement.executeQuery(query)) {
			List<String> values = new ArrayList<>();
			while (result.next()) {
				values.add(result.getString(1));
			}
			return values;
		}
	}

}
