package dev.triggerview.liquibase;

import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;

import dev.triggerview.testing.FreshDatabase;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.OfflineConnection;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.CompositeResourceAccessor;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;

/** Changelogs that a test writes, and Liquibase on them. */
final class ChangelogDirectory {

	private final Path directory;

	ChangelogDirectory(Path directory) {
		this.directory = directory;
	}

	ChangelogDirectory write(String file, String text) throws Exception {
		Files.createDirectories(this.directory.resolve(file).getParent());
		Files.writeString(this.directory.resolve(file), text);
		return this;
	}

	void update(FreshDatabase database, String file) throws Exception {
		run(database, file, (liquibase) -> liquibase.update(""));
	}

	void rollback(FreshDatabase database, String file, int changeSets) throws Exception {
		run(database, file, (liquibase) -> liquibase.rollback(changeSets, ""));
	}

	String updateSql(FreshDatabase database, String file) throws Exception {
		return script(database, file,
				(liquibase, writer) -> liquibase.update(new Contexts(), new LabelExpression(), writer));
	}

	String rollbackSql(FreshDatabase database, String file, int changeSets) throws Exception {
		return script(database, file, (liquibase, writer) -> liquibase.rollback(changeSets, null, new Contexts(),
				new LabelExpression(), writer));
	}

	/** Return the script of all changes for a database that nobody can ask. */
	String offlineSql(String shortName, String file) throws Exception {
		String url = "offline:" + shortName + "?outputLiquibaseSql=none&changeLogFile="
				+ this.directory.resolve(shortName + ".csv");
		try (Database database = DatabaseFactory.getInstance()
			.findCorrectDatabaseImplementation(new OfflineConnection(url, resources()));
				Liquibase liquibase = new Liquibase(file, resources(), database)) {
			StringWriter writer = new StringWriter();
			liquibase.update(new Contexts(), new LabelExpression(), writer);
			return writer.toString();
		}
	}

	private String script(FreshDatabase database, String file, Script script) throws Exception {
		StringWriter writer = new StringWriter();
		run(database, file, (liquibase) -> script.run(liquibase, writer));
		return writer.toString();
	}

	void run(FreshDatabase database, String file, Action action) throws Exception {
		try (Connection connection = database.connect();
				Liquibase liquibase = new Liquibase(file, resources(), DatabaseFactory.getInstance()
					.findCorrectDatabaseImplementation(new JdbcConnection(connection)))) {
			action.run(liquibase);
		}
	}

	private ResourceAccessor resources() throws Exception {
		return new CompositeResourceAccessor(new DirectoryResourceAccessor(this.directory),
				new ClassLoaderResourceAccessor());
	}

	interface Action {

		void run(Liquibase liquibase) throws Exception;

	}

	private interface Script {

		void run(Liquibase liquibase, Writer writer) throws Exception;

	}

}
