package dev.triggerview.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs each topic with the least effort; asserts no time. */
class BenchmarksTests {

	static List<Topic> topics() {
		return Benchmarks.TOPICS;
	}

	@ParameterizedTest
	@MethodSource("topics")
	void allVariantsReturnTheSame(Topic topic, @TempDir Path directory) throws IOException {
		String page = Benchmarks.run(topic, Effort.smokeRun(), directory);
		assertThat(page).contains("## " + topic.name());
		assertThat(directory.resolve(topic.name() + ".json")).isNotEmptyFile();
		assertThat(directory.resolve("RESULTS.md")).content().contains(page);
	}

}
