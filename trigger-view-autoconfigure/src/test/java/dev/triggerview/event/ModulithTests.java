package dev.triggerview.event;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Spring Modulith keeps our events until they are handled: a JVM is killed between the
 * commit and the listeners, and the next one makes up for it. The registries are on the
 * class path of those JVMs only; all databases share the two, because their start is most
 * of the time. In SQLite Modulith has no JDBC registry.
 */
class ModulithTests {

	private static final Path LIBRARIES = Path.of("target", "modulith");

	@ParameterizedTest
	@MethodSource
	void aKillBetweenCommitAndHandlingLosesNoEvent(String registry, List<TestDatabase> kinds) throws Exception {
		List<KeptDatabase> databases = new ArrayList<>();
		try {
			for (TestDatabase kind : kinds) {
				databases.add(new KeptDatabase(kind.create(), registry));
			}
			run(registry, "die", databases, ModulithProgram.KILLED);
			for (KeptDatabase database : databases) {
				assertThat(database.column("select owner from account")).as("%s", database).containsExactly("Bob");
				assertThat(database.column("select subject from ticket")).as("%s", database).isEmpty();
			}
			run(registry, "live", databases, 0);
			for (KeptDatabase database : databases) {
				assertThat(database.column("select subject from ticket order by subject")).as("%s", database)
					.containsExactly("row 1: Ann > Bob [owner, version] Bob",
							"statement 1: Ann > Bob [owner, version] Bob",
							"transaction 1: Ann > Bob [owner, version] Bob");
			}
		}
		finally {
			databases.forEach(KeptDatabase::close);
		}
	}

	static Stream<Arguments> aKillBetweenCommitAndHandlingLosesNoEvent() {
		List<TestDatabase> kinds = TestDatabase.available()
			.stream()
			.filter(EnumSet.range(TestDatabase.POSTGRESQL, TestDatabase.SQLITE)::contains)
			.toList();
		return Stream.of(Arguments.of("jpa", kinds),
				Arguments.of("jdbc", kinds.stream().filter((kind) -> kind != TestDatabase.SQLITE).toList()));
	}

	private static void run(String registry, String mode, List<KeptDatabase> databases, int expected) throws Exception {
		Path output = Files.createTempFile(LIBRARIES, mode, ".log");
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-XX:+UseSerialGC", "-cp", classPath(registry), ModulithProgram.class.getName(), mode));
		databases.forEach((database) -> command.add(database.properties()));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		try {
			assertThat(process.waitFor(10, TimeUnit.MINUTES)).as(() -> "the end of " + output).isTrue();
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

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			return file + " cannot be read: " + ex.getMessage();
		}
	}

	/** Outlives the JVM that is killed: one that would live in it is in a file. */
	private static final class KeptDatabase implements AutoCloseable {

		private final FreshDatabase database;

		private final String registry;

		private final String url;

		private final JdbcClient jdbc;

		KeptDatabase(FreshDatabase database, String registry) throws IOException {
			this.database = database;
			this.registry = registry;
			Path file = LIBRARIES.resolve(registry + "-" + Long.toHexString(System.nanoTime())).toAbsolutePath();
			this.url = switch (database.kind()) {
				case H2 -> "jdbc:h2:file:" + file + ";WRITE_DELAY=0";
				case HSQLDB ->
					"jdbc:hsqldb:file:" + file + ";hsqldb.lock_file=false;hsqldb.write_delay=false;shutdown=true";
				default -> database.url();
			};
			this.jdbc = JdbcClient
				.create(new DriverManagerDataSource(this.url, database.username(), database.password()));
			if (registry.equals("jpa")) {
				this.jdbc.sql(table()).update();
			}
		}

		/**
		 * With Jakarta Persistence the table is the user's to create, and Modulith's
		 * scripts are the pattern: Hibernate would give an event 255 characters.
		 */
		private String table() throws IOException {
			if (this.database.is(TestDatabase.SQLITE)) {
				return """
						create table event_publication (id blob primary key, listener_id text, event_type text,
						serialized_event text, publication_date timestamp, completion_date timestamp, status text,
						completion_attempts integer, last_resubmission_date timestamp)""";
			}
			try (JarFile jar = new JarFile(files("jdbc").findFirst().orElseThrow())) {
				String path = "org/springframework/modulith/events/jdbc/schemas/v2/schema-%s.sql"
					.formatted(this.database.kind().name().toLowerCase(Locale.ROOT));
				String script = new String(jar.getInputStream(jar.getEntry(path)).readAllBytes(),
						StandardCharsets.UTF_8);
				return script.substring(0, script.indexOf(';')).toLowerCase(Locale.ROOT);
			}
		}

		/** Return the properties of an application that uses it, a line each. */
		String properties() {
			// MariaDB tells apart tables whose names differ in case.
			return String.join("\n", "spring.datasource.url=" + this.url,
					"spring.datasource.username=" + this.database.username(),
					"spring.datasource.password=" + this.database.password(), "spring.jpa.hibernate.ddl-auto=update",
					"registry=" + (this.registry.equals("jdbc") ? "EVENT_PUBLICATION" : "event_publication"),
					"spring.jpa.properties.hibernate.hbm2ddl.schema_filter_provider="
							+ ModulithProgram.OwnTables.class.getName(),
					"spring.liquibase.enabled=false", "spring.main.banner-mode=off",
					"spring.modulith.events.jdbc.schema-initialization.enabled=true",
					"spring.modulith.events.republish-outstanding-events-on-restart=true");
		}

		List<String> column(String query) {
			return this.jdbc.sql(query).query(String.class).list();
		}

		@Override
		public void close() {
			this.database.close();
		}

		@Override
		public String toString() {
			return this.database + ", " + this.registry;
		}

	}

}
