package dev.triggerview.liquibase;

import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.triggerview.testing.FreshDatabase;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.RawSqlStatement;

/** A process that dies between two statements of a change. */
record Interruption(Changelog changelog, FreshDatabase database) {

	/**
	 * Send only the first statements of the change that is to be made next and return how
	 * many it has.
	 */
	int update(int count) throws Exception {
		List<String> statements = new ArrayList<>();
		this.changelog.run((liquibase) -> statements.addAll(sql(liquibase.listUnrunChangeSets(null, null).get(0),
				liquibase.getDatabase(), Change::generateStatements)));
		return send(statements, count);
	}

	/**
	 * Send only the first statements that roll the last change back and return how many
	 * they are.
	 */
	int rollback(int count) throws Exception {
		List<String> statements = new ArrayList<>();
		this.changelog.run((liquibase) -> {
			List<ChangeSet> all = liquibase.getDatabaseChangeLog().getChangeSets();
			statements
				.addAll(sql(all.get(all.size() - 1), liquibase.getDatabase(), Change::generateRollbackStatements));
		});
		return send(statements, count);
	}

	private static List<String> sql(ChangeSet changeSet, Database database, Statements statements) throws Exception {
		List<String> all = new ArrayList<>();
		for (SqlStatement statement : statements.of(changeSet.getChanges().get(0), database)) {
			all.addAll(sql(statement).toList());
		}
		return all;
	}

	private static Stream<String> sql(SqlStatement statement) {
		if (statement instanceof WholeStatement locked) {
			return locked.statements().stream();
		}
		return (statement instanceof RawSqlStatement raw) ? Stream.of(raw.getSql()) : Stream.of();
	}

	private int send(List<String> statements, int count) throws Exception {
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			for (String sql : statements.subList(0, count)) {
				statement.execute(sql);
			}
			connection.rollback();
		}
		return statements.size();
	}

	private interface Statements {

		SqlStatement[] of(Change change, Database database) throws Exception;

	}

}
