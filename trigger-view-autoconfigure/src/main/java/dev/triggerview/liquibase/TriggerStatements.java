package dev.triggerview.liquibase;

import java.util.List;

import dev.triggerview.trigger.TriggerDialect;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.executor.ExecutorService;
import liquibase.executor.LoggingExecutor;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.RawCompoundStatement;
import liquibase.statement.core.RawParameterizedSqlStatement;

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
		return statements.stream()
			.map((sql) -> script ? scripted(dialect, sql) : new RawCompoundStatement(sql, dialect.delimiter()))
			.toArray(SqlStatement[]::new);
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

}
