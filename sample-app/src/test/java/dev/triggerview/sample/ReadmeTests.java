package dev.triggerview.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each example of the README is part of the sample, which the other tests run. */
class ReadmeTests {

	private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

	private static final Pattern CODE = Pattern.compile("```(?:java|yaml|xml)\n(.*?)```", Pattern.DOTALL);

	private static final Pattern EXAMPLE = Pattern.compile("<!-- (\\S+) -->\n" + CODE, Pattern.DOTALL);

	@ParameterizedTest
	@MethodSource
	void showsWhatTheSampleContains(Example example) throws IOException {
		assertThat(lines(read(example.file()))).contains(lines(example.code()));
	}

	@Test
	void namesTheFileOfEachExample() throws IOException {
		assertThat(showsWhatTheSampleContains()).hasSizeGreaterThan(5)
			.hasSameSizeAs(CODE.matcher(readme()).results().toList());
	}

	static List<Example> showsWhatTheSampleContains() throws IOException {
		return EXAMPLE.matcher(readme()).results().map(Example::new).toList();
	}

	/** Indentation depends on where a part is shown. */
	private static String lines(String text) {
		return text.lines().map(String::strip).filter((line) -> !line.isEmpty()).collect(Collectors.joining("\n"));
	}

	private static String readme() throws IOException {
		return read("README.md");
	}

	private static String read(String file) throws IOException {
		return Files.readString(ROOT.resolve(file)).replace("${project.version}", "0.1.0-SNAPSHOT");
	}

	record Example(String file, String code) {

		Example(MatchResult match) {
			this(match.group(1), match.group(2));
		}

		@Override
		public String toString() {
			return this.file;
		}

	}

}
