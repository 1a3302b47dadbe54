package dev.triggerview.trigger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the SQL of every database for every kind of trigger to the checked-in files below
 * {@code src/test/resources/golden/trigger}. A file that changes means that databases
 * created from now on differ from those that exist, which the changelog has to say. With
 * {@code -Dtrigger-view.test.golden=write} the test writes the files instead; look at
 * their difference before you commit them.
 */
class GoldenTriggerTests {

	private static final Path FILES = Path.of("src/test/resources/golden/trigger");

	private static final boolean WRITE = "write".equals(System.getProperty("trigger-view.test.golden"));

	@ParameterizedTest
	@MethodSource("dialects")
	void writesTheSqlThatIsCheckedIn(TriggerDialect dialect) throws IOException {
		Path directory = FILES.resolve(dialect.shortName());
		Map<String, String> actual = TriggerSamples.all()
			.entrySet()
			.stream()
			.collect(Collectors.toMap((sample) -> sample.getKey() + ".sql",
					(sample) -> sql(dialect, inLanguageOf(dialect, sample.getValue()))));
		if (WRITE) {
			write(directory, actual);
		}
		assertThat(read(directory)).isEqualTo(actual);
	}

	@Test
	void coversEveryFeatureOfADefinition() {
		List<TriggerFeature> askedFor = Stream.of(TriggerFeature.values())
			.filter((feature) -> TriggerSamples.all().values().stream().anyMatch(feature::usedBy))
			.toList();
		assertThat(TriggerFeature.values()).filteredOn((feature) -> !askedFor.contains(feature))
			.containsExactly(TriggerFeature.REPLACE, TriggerFeature.RENAME, TriggerFeature.TRANSACTIONAL_DDL);
	}

	static Stream<TriggerDialect> dialects() {
		return TriggerDialect.all().stream();
	}

	/** A body is Java on H2. */
	private static TriggerDefinition inLanguageOf(TriggerDialect dialect, TriggerDefinition trigger) {
		return (dialect instanceof H2Dialect && trigger.action() instanceof TriggerAction.Body body) ? trigger
			.toBuilder()
			.body("org.h2.api.Trigger create() {\n  return new org.acme.Running(\"\"\"\n" + body.text() + "\"\"\");\n}")
			.build() : trigger;
	}

	private static String sql(TriggerDialect dialect, TriggerDefinition trigger) {
		try {
			String caveats = dialect.caveats(trigger)
				.stream()
				.map((caveat) -> "-- differs: " + caveat + "\n")
				.collect(Collectors.joining());
			return caveats + script(dialect, "create", dialect.create(trigger)) + "\n"
					+ script(dialect, "drop", dialect.drop(trigger));
		}
		catch (UnsupportedTriggerException ex) {
			return ex.problems()
				.stream()
				.map((problem) -> "-- refused: " + problem + "\n")
				.collect(Collectors.joining());
		}
	}

	private static String script(TriggerDialect dialect, String operation, List<String> statements) {
		return statements.stream()
			.map((statement) -> dialect.scripted(statement) + "\n")
			.collect(Collectors.joining("\n", "-- " + operation + "\n", ""));
	}

	private static Map<String, String> read(Path directory) throws IOException {
		try (Stream<Path> files = Files.list(directory)) {
			return files.collect(Collectors.toMap((file) -> file.getFileName().toString(), GoldenTriggerTests::text));
		}
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new IllegalStateException("Could not read " + file, ex);
		}
	}

	private static void write(Path directory, Map<String, String> files) throws IOException {
		Files.createDirectories(directory);
		try (Stream<Path> old = Files.list(directory)) {
			for (Path file : old.toList()) {
				Files.delete(file);
			}
		}
		for (Map.Entry<String, String> file : files.entrySet()) {
			Files.writeString(directory.resolve(file.getKey()), file.getValue());
		}
	}

}
