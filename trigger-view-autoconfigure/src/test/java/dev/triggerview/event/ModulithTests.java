package dev.triggerview.event;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Spring Modulith keeps our events until they are handled: a JVM is killed between the
 * commit and the listeners, and the next one makes up for it. The registries are on the
 * class path of those JVMs only. In SQLite Modulith has no JDBC registry.
 */
class ModulithTests {

	private static final Path LIBRARIES = Path.of("target", "modulith");

	@ParameterizedTest
	@CsvSource({ "POSTGRESQL, jpa", "POSTGRESQL, jdbc", "H2, jpa", "H2, jdbc", "MARIADB, jpa", "MARIADB, jdbc",
			"HSQLDB, jpa", "HSQLDB, jdbc", "SQLITE, jpa" })
	void aKillBetweenCommitAndHandlingLosesNoEvent(TestDatabase kind, String registry) throws Exception {
		if (!TestDatabase.available().contains(kind)) {
			return;
		}
		try (FreshDatabase database = kind.create()) {
			String url = url(database, registry);
			List<String> properties = properties(database, registry, url);
			JdbcClient jdbc = JdbcClient
				.create(new DriverManagerDataSource(url, database.username(), database.password()));
			createTable(jdbc, database, registry);
			run(registry, "die", properties, ModulithProgram.KILLED);
			assertThat(jdbc.sql("select owner from account").query(String.class).list()).containsExactly("Bob");
			assertThat(jdbc.sql("select subject from ticket").query(String.class).list()).isEmpty();
			run(registry, "live", properties, 0);
			assertThat(jdbc.sql("select subject from ticket order by subject").query(String.class).list())
				.containsExactly("row 1: Ann > Bob [owner, version] Bob", "statement 1: Ann > Bob [owner, version] Bob",
						"transaction 1: Ann > Bob [owner, version] Bob");
		}
	}

	/**
	 * With Jakarta Persistence the table is the user's to create, and Modulith's scripts
	 * are the pattern: Hibernate would give an event 255 characters.
	 */
	private static void createTable(JdbcClient jdbc, FreshDatabase database, String registry) throws IOException {
		if (registry.equals("jpa")) {
			jdbc.sql(database.is(TestDatabase.SQLITE) ? """
					create table event_publication (id blob primary key, listener_id text, event_type text,
					serialized_event text, publication_date timestamp, completion_date timestamp, status text,
					completion_attempts integer, last_resubmission_date timestamp)""" : schema(database)).update();
		}
	}

	private static String schema(FreshDatabase database) throws IOException {
		try (JarFile jar = new JarFile(files("jdbc").findFirst().orElseThrow())) {
			String path = "org/springframework/modulith/events/jdbc/schemas/v2/schema-%s.sql"
				.formatted(database.kind().name().toLowerCase());
			String script = new String(jar.getInputStream(jar.getEntry(path)).readAllBytes(), StandardCharsets.UTF_8);
			return script.substring(0, script.indexOf(';')).toLowerCase();
		}
	}

	private static void run(String registry, String mode, List<String> properties, int expected) throws Exception {
		Path output = Files.createTempFile(LIBRARIES, mode, ".log");
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-XX:+UseSerialGC", "-cp", classPath(registry), ModulithProgram.class.getName(), mode));
		command.addAll(properties);
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		try {
			assertThat(process.waitFor(3, TimeUnit.MINUTES)).as(() -> "the end of " + output).isTrue();
			assertThat(process.exitValue()).as(() -> text(output)).isEqualTo(expected);
		}
		finally {
			process.destroyForcibly();
		}
	}

	private static String classPath(String registry) {
		return Stream
			.concat(Stream.of(System.getProperty("java.class.path")),
					Stream.concat(files("registry"), files(registry)).map(File::getPath))
			.collect(Collectors.joining(File.pathSeparator));
	}

	private static Stream<File> files(String directory) {
		return Arrays.stream(LIBRARIES.resolve(directory).toFile().listFiles());
	}

	private static List<String> properties(FreshDatabase database, String registry, String url) {
		return List.of("spring.datasource.url=" + url, "spring.datasource.username=" + database.username(),
				"spring.datasource.password=" + database.password(), "spring.jpa.hibernate.ddl-auto=update",
				// MariaDB tells apart tables whose names differ in case.
				"registry=" + (registry.equals("jdbc") ? "EVENT_PUBLICATION" : "event_publication"),
				"spring.jpa.properties.hibernate.hbm2ddl.schema_filter_provider="
						+ ModulithProgram.OwnTables.class.getName(),
				"spring.liquibase.enabled=false", "spring.main.banner-mode=off",
				"spring.modulith.events.jdbc.schema-initialization.enabled=true",
				"spring.modulith.events.republish-outstanding-events-on-restart=true");
	}

	/** Where the database lives in the JVM that is killed, it has to be in a file. */
	private static String url(FreshDatabase database, String registry) {
		Path file = LIBRARIES.resolve(registry + "-" + Long.toHexString(System.nanoTime())).toAbsolutePath();
		return switch (database.kind()) {
			case H2 -> "jdbc:h2:file:" + file + ";WRITE_DELAY=0";
			case HSQLDB ->
				"jdbc:hsqldb:file:" + file + ";hsqldb.lock_file=false;hsqldb.write_delay=false;shutdown=true";
			default -> database.url();
		};
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			return file + " cannot be read: " + ex.getMessage();
		}
	}

}
