package dev.triggerview.liquibase;

import java.io.File;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.triggerview.testing.FreshDatabase;
import org.h2.tools.RunScript;
import org.hsqldb.cmdline.SqlFile;
import org.junit.jupiter.api.Assumptions;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs a script as a person does: with the client that belongs to the database. */
final class DatabaseClient {

	private static final Path MARIADB = Path
		.of(System.getProperty("trigger-view.test.directory", "target/test-databases"), "mariadb")
		.toAbsolutePath();

	private final FreshDatabase database;

	DatabaseClient(FreshDatabase database) {
		this.database = database;
	}

	void run(String sql) throws Exception {
		run(sql, this::run);
	}

	/** As {@code psql} does it when it is told so. */
	void runInOneTransaction(String sql) throws Exception {
		run(sql, (script) -> psql(script, "--single-transaction"));
	}

	private void run(String sql, Run run) throws Exception {
		Path script = Files.createTempFile("script", ".sql");
		try {
			run.of(Files.writeString(script, sql));
		}
		finally {
			Files.delete(script);
		}
	}

	private void run(Path script) throws Exception {
		switch (this.database.kind()) {
			case POSTGRESQL, POSTGRESQL_14 -> psql(script);
			case MARIADB -> execute(List.of(MARIADB.resolve("bin/mariadb").toString(), "--no-defaults",
					"--protocol=tcp", "--host=127.0.0.1", "--port=" + uri().getPort(), "--user=root", "--comments",
					"--default-character-set=utf8mb4", uri().getPath().substring(1)), script);
			case SQLITE -> execute(List.of(onPath("sqlite3"), "-bail", sqliteFile()), script);
			case H2 -> runScript(script);
			case HSQLDB -> sqlTool(script);
			default -> Assumptions.abort("There is no client for " + this.database + " in this build");
		}
	}

	private void psql(Path script, String... options) throws Exception {
		List<String> command = new ArrayList<>(List.of(onPath("psql"), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-f",
				script.toString(), "-d", this.database.url().substring("jdbc:".length())));
		command.addAll(List.of(options));
		execute(command, null);
	}

	private java.net.URI uri() {
		return java.net.URI.create(this.database.url().substring("jdbc:".length()));
	}

	private String sqliteFile() {
		return this.database.url().substring("jdbc:sqlite:".length()).replaceFirst("\\?.*", "");
	}

	private void runScript(Path script) throws Exception {
		try (Connection connection = this.database.connect()) {
			RunScript.execute(connection, new StringReader(Files.readString(script)));
		}
	}

	private void sqlTool(Path script) throws Exception {
		try (Connection connection = this.database.connect()) {
			SqlFile file = new SqlFile(script.toFile(), "UTF-8");
			file.setConnection(connection);
			file.execute();
			connection.commit();
		}
	}

	private static String onPath(String client) {
		return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.map((directory) -> Path.of(directory, client))
			.filter(Files::isExecutable)
			.findFirst()
			.map(Path::toString)
			.orElseGet(() -> Assumptions.abort("The client " + client + " is not installed here"));
	}

	private void execute(List<String> command, Path input) throws Exception {
		Path output = Files.createTempFile("client", ".txt");
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
		builder.environment()
			.putAll(Map.of("PGUSER", this.database.username(), "PGPASSWORD", this.database.password(),
					"PGCLIENTENCODING", "UTF8", "LD_LIBRARY_PATH", MARIADB.resolve("libs").toString()));
		if (input != null) {
			builder.redirectInput(input.toFile());
		}
		Process process = builder.start();
		assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
		String said = Files.readString(output, StandardCharsets.UTF_8);
		Files.delete(output);
		assertThat(process.exitValue()).as(said).isZero();
	}

	private interface Run {

		void of(Path script) throws Exception;

	}

}
