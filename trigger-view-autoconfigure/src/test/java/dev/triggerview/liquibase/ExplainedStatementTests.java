package dev.triggerview.liquibase;

import java.sql.Connection;
import java.sql.DriverManager;

import liquibase.change.AbstractChange;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.sql.visitor.AppendSqlVisitor;
import liquibase.statement.SqlStatement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Statements for SQL Server and Db2, sent to H2, which understands none of them. What the
 * drivers of the two tell more is in {@code ServerErrorTests}.
 */
class ExplainedStatementTests {

	private Connection connection;

	@BeforeEach
	void connect() throws Exception {
		this.connection = DriverManager.getConnection("jdbc:h2:mem:");
	}

	@AfterEach
	void close() throws Exception {
		this.connection.close();
	}

	static Arguments[] changes() {
		return new Arguments[] { Arguments.of("mssql", trigger()), Arguments.of("db2", trigger()),
				Arguments.of("mssql", function()), Arguments.of("db2", function()) };
	}

	private Database database(String shortName) throws DatabaseException {
		Database database = DatabaseFactory.getInstance().getDatabase(shortName);
		database.setConnection(new JdbcConnection(this.connection));
		if (shortName.equals("db2")) {
			database.setDefaultSchemaName("PUBLIC"); // It would ask H2 for it in vain.
		}
		return database;
	}

	private static AbstractChange trigger() {
		CreateTriggerChange change = new CreateTriggerChange();
		change.setTriggerName("t");
		change.setTableName("item");
		change.setTiming("AFTER");
		change.setEvents("INSERT");
		change.setBody("DELETE FROM x {d}");
		return change;
	}

	private static AbstractChange function() {
		CreateFunctionChange change = new CreateFunctionChange();
		change.setFunctionName("f");
		change.setReturns("INT");
		change.setFunctionBody("RETURN 1");
		return change;
	}

	@ParameterizedTest
	@MethodSource("changes")
	void tellsWhatTheServerSaysAndTheStatement(String database, AbstractChange change) throws Exception {
		SqlStatement[] statements = change.generateStatements(database(database));
		assertThat(statements).isNotEmpty().hasOnlyElementsOfType(ExplainedStatement.class);
		ExplainedStatement first = (ExplainedStatement) statements[0];
		assertThatExceptionOfType(DatabaseException.class).isThrownBy(() -> first.execute(null))
			.withMessageContaining("Syntax error in SQL statement")
			.withMessageEndingWith(first.getSql() + "]")
			.withMessageContaining("[Failed SQL: (42");
	}

	/** What the store is told is undone together with them. */
	@ParameterizedTest
	@ValueSource(strings = { "mssql", "db2" })
	void statementsOutsideOfATransactionAreOneOfTheirOwn(String database) throws Exception {
		AbstractChange change = trigger();
		change.setChangeSet(new ChangeSet("1", "test", false, false, "changelog.yaml", null, null, false, null));
		SqlStatement[] statements = change.generateStatements(database(database));
		assertThat(statements).hasSize(1).hasOnlyElementsOfType(WholeStatement.class);
		WholeStatement whole = (WholeStatement) statements[0];
		assertThatExceptionOfType(DatabaseException.class).isThrownBy(() -> whole.execute(null))
			.withMessageContaining("Syntax error in SQL statement")
			.withMessageEndingWith(whole.statements().get(0) + "]");
	}

	@Test
	void leavesStatementsThatAChangeSetModifiesToLiquibase() throws Exception {
		AbstractChange change = trigger();
		ChangeSet changeSet = new ChangeSet(new DatabaseChangeLog());
		changeSet.addSqlVisitor(new AppendSqlVisitor());
		change.setChangeSet(changeSet);
		assertThat(change.generateStatements(database("mssql"))).isNotEmpty()
			.doesNotHaveAnyElementsOfTypes(ExplainedStatement.class);
	}

	@Test
	void leavesStatementsToLiquibaseWhereTheDriverTellsTheLine() throws Exception {
		CreateTriggerChange change = (CreateTriggerChange) trigger();
		change.setBody(null);
		change.setJavaClass("a.B");
		assertThat(change.generateStatements(database("h2"))).isNotEmpty()
			.doesNotHaveAnyElementsOfTypes(ExplainedStatement.class);
	}

}
