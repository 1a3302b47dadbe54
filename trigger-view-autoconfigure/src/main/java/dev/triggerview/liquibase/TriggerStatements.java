package dev.triggerview.liquibase;

import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.triggerview.trigger.TriggerDialect;
import dev.triggerview.trigger.TriggerStep;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.change.core.RawSQLChange;
import liquibase.database.Database;
import liquibase.diff.output.changelog.DiffToChangeLog;
import liquibase.executor.ExecutorService;
import liquibase.executor.LoggingExecutor;
import liquibase.sql.Sql;
import liquibase.sql.UnparsedSql;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.RawCompoundStatement;
import liquibase.statement.core.RawParameterizedSqlStatement;
import liquibase.statement.core.RuntimeStatement;

/**
 * Hands the SQL of a dialect to Liquibase as it is: not split and without parameters;
 * into a script with what the client of the database needs around it.
 */
final class TriggerStatements {

	private static final String SEMICOLON = ";";

	private TriggerStatements() {
	}

	static SqlStatement[] of(TriggerDialect dialect, List<String> statements) {
		boolean script = intoScript();
		List<String> sent = isGenerating() ? formatted(dialect, together(dialect, statements)) : statements;
		String delimiter = isRunAsItIs(dialect, sent) ? "" : dialect.delimiter();
		return sent.stream()
			.map((sql) -> script ? scripted(dialect, sql) : new RawCompoundStatement(sql, delimiter))
			.toArray(SqlStatement[]::new);
	}

	/**
	 * Formatted SQL lets Liquibase look for the ends of several statements, which it
	 * finds inside of a body, too.
	 */
	private static List<String> together(TriggerDialect dialect, List<String> statements) {
		return (dialect.runsSeveralAtOnce() && statements.size() > 1)
				? List.of(statements.stream().map(dialect::scripted).collect(Collectors.joining("\n"))) : statements;
	}

	private static List<String> formatted(TriggerDialect dialect, List<String> statements) {
		return statements.stream().map((sql) -> new FormattedSql(dialect, sql).text()).toList();
	}

	/** Return changes for names that no change with attributes would find again. */
	static Change[] changes(List<String> statements) {
		return statements.stream().map(TriggerStatements::change).toArray(Change[]::new);
	}

	private static Change change(String sql) {
		RawSQLChange change = new RawSQLChange(sql);
		change.setSplitStatements(false);
		return change;
	}

	/**
	 * A generated changelog of formatted SQL runs a single statement as it stands there,
	 * with a delimiter that only clients know; only Oracle's is taken away.
	 */
	private static boolean isRunAsItIs(TriggerDialect dialect, List<String> statements) {
		return isGenerating() && statements.size() == 1 && !dialect.delimiter().equals("\n/");
	}

	/** Return whether a comparison writes its changes as formatted SQL. */
	static boolean isGenerating() {
		return Scope.getCurrentScope().has(DiffToChangeLog.DIFF_OUTPUT_CONTROL_SCOPE_KEY);
	}

	private static boolean intoScript() {
		Database database = Scope.getCurrentScope().getDatabase();
		return database != null && Scope.getCurrentScope()
			.getSingleton(ExecutorService.class)
			.getExecutor("jdbc", database) instanceof LoggingExecutor;
	}

	/**
	 * Liquibase writes the delimiter behind a statement unless it ends with it, and on
	 * SQL Server and Oracle in any case. Before 5.0 it looks at that of this class only.
	 */
	private static SqlStatement scripted(TriggerDialect dialect, String sql) {
		String script = dialect.scripted(sql);
		boolean ended = script.endsWith(dialect.delimiter());
		String delimiter = ended ? dialect.delimiter() : SEMICOLON;
		String text = ended ? script.substring(0, script.length() - delimiter.length()) : script;
		RawParameterizedSqlStatement statement = new RawParameterizedSqlStatement(text);
		statement.setEndDelimiter(delimiter);
		return statement;
	}

	/** Return the statements of steps, followed by others. */
	static SqlStatement[] of(TriggerDialect dialect, Connection connection, List<TriggerStep> steps,
			SqlStatement... further) {
		return Stream.concat(steps.stream().flatMap((step) -> step(dialect, connection, step)), Arrays.stream(further))
			.toArray(SqlStatement[]::new);
	}

	/** Return the statements of steps that run as a whole, followed by others. */
	static SqlStatement[] whole(List<TriggerStep> steps, Connection connection, WholeStatement.Recovery recovery,
			SqlStatement... further) {
		return Stream.concat(Stream.of(new WholeStatement(steps, connection, recovery)), Arrays.stream(further))
			.toArray(SqlStatement[]::new);
	}

	/** Return a statement whose SQL is known only when those before it were executed. */
	static SqlStatement deferred(TriggerDialect dialect, Supplier<List<String>> statements) {
		return new RuntimeStatement() {
			@Override
			public Sql[] generate(Database database) {
				return statements.get()
					.stream()
					.map((sql) -> new UnparsedSql(sql, dialect.delimiter()))
					.toArray(Sql[]::new);
			}
		};
	}

	private static Stream<SqlStatement> step(TriggerDialect dialect, Connection connection, TriggerStep step) {
		return (step.locked() || !step.warnings().isEmpty())
				? Stream.of(new WholeStatement(List.of(step), connection, () -> {
				})) : step.statements().stream().map((sql) -> statement(dialect, sql));
	}

	private static SqlStatement statement(TriggerDialect dialect, String sql) {
		return new RawCompoundStatement(sql, dialect.delimiter());
	}

}
