package dev.triggerview.liquibase;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;

import dev.triggerview.testing.FreshDatabase;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.changelog.FastCheckService;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;

/** A changelog in YAML that grows while a test runs, as that of an application does. */
final class Changelog {

	private final Path directory;

	private final FreshDatabase database;

	private final StringBuilder text = new StringBuilder("databaseChangeLog:\n");

	private int changeSets;

	Changelog(Path directory, FreshDatabase database) {
		this.directory = directory;
		this.database = database;
	}

	/** Add a change set of one change, in YAML's flow style, and make it. */
	void update(String change) throws Exception {
		add(change);
		run((liquibase) -> liquibase.update(""));
	}

	void add(String change) throws Exception {
		add(change, "");
	}

	/** Add a change set of one change, with attributes of the change set. */
	void add(String change, String attributes) throws Exception {
		this.text.append("- changeSet: { id: %d, author: test, %s changes: [ { %s } ] }%n".formatted(++this.changeSets,
				attributes, change));
		Files.writeString(this.directory.resolve("changelog.yaml"), this.text);
	}

	/** Write the last change set anew. */
	void edit(String change, String attributes) throws Exception {
		forgetLast();
		this.changeSets--;
		add(change, attributes);
	}

	void update() throws Exception {
		run((liquibase) -> liquibase.update(""));
	}

	/** Take back the last change sets, and out of the changelog, too. */
	void rollback(int count) throws Exception {
		run((liquibase) -> liquibase.rollback(count, ""));
		for (int i = 0; i < count; i++) {
			this.text.setLength(this.text.lastIndexOf("- changeSet"));
		}
		Files.writeString(this.directory.resolve("changelog.yaml"), this.text);
	}

	/** Take the last change set out of the changelog without a rollback. */
	void forgetLast() throws Exception {
		this.text.setLength(this.text.lastIndexOf("- changeSet"));
		Files.writeString(this.directory.resolve("changelog.yaml"), this.text);
	}

	String updateSql() throws Exception {
		StringWriter script = new StringWriter();
		run((liquibase) -> liquibase.update("", script));
		return script.toString();
	}

	void run(Action action) throws Exception {
		run(this.database.connect(), action);
	}

	/**
	 * Run over a connection that the caller opened for this; it is closed. In one process
	 * Liquibase would remember that nothing was to be done.
	 */
	void run(Connection opened, Action action) throws Exception {
		Scope.getCurrentScope().getSingleton(FastCheckService.class).clearCache();
		try (Connection connection = opened;
				Liquibase liquibase = new Liquibase("changelog.yaml", new DirectoryResourceAccessor(this.directory),
						DatabaseFactory.getInstance()
							.findCorrectDatabaseImplementation(new JdbcConnection(connection)))) {
			action.run(liquibase);
		}
	}

	interface Action {

		void run(Liquibase liquibase) throws Exception;

	}

}
