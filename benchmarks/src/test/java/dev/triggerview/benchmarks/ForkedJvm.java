package dev.triggerview.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.triggerview.testing.FreshDatabase;

/**
 * A JVM of its own for one run of a program, so that start-up, class loading and memory
 * count. The program tells its results through {@link Outcome#figure} and
 * {@link Outcome#answer}.
 */
public final class ForkedJvm {

	/** The class path entry of the library itself: its classes or its jar. */
	public static final Predicate<String> LIBRARY = Pattern
		.compile("[/\\\\]trigger-view-autoconfigure([/\\\\]target[/\\\\]classes|-[^/\\\\]*(?<!-tests)\\.jar)$")
		.asPredicate();

	/** The class path entries of what the library is compared with. */
	public static final Predicate<String> PEERS = Pattern.compile("jooq|data-jdbc|relational").asPredicate();

	private final List<String> command = new ArrayList<>(
			List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC"));

	private final List<String> added = new ArrayList<>();

	private Predicate<String> left = (entry) -> true;

	/** Prepare a JVM; in a smoke run it compiles less, to be there sooner. */
	public ForkedJvm(Effort effort) {
		if (effort.smoke()) {
			arguments("-XX:TieredStopAtLevel=1");
		}
	}

	/** Add arguments of the JVM. */
	public ForkedJvm arguments(String... arguments) {
		this.command.addAll(List.of(arguments));
		return this;
	}

	/** Give the Spring properties that lead to a database. */
	public ForkedJvm database(FreshDatabase database) {
		return arguments(
				Arrays.stream(database.springProperties()).map((property) -> "-D" + property).toArray(String[]::new));
	}

	/** Leave entries of the class path out. */
	public ForkedJvm without(Predicate<String> entries) {
		this.left = this.left.and(entries.negate());
		return this;
	}

	/** Add a directory to the class path. */
	public ForkedJvm with(Path directory) {
		this.added.add(directory.toString());
		return this;
	}

	/**
	 * Run a program to its end.
	 * @throws IllegalStateException if it fails; the message holds all that it printed
	 */
	public Outcome run(Class<?> program, String... arguments) {
		List<String> all = new ArrayList<>(this.command);
		all.addAll(List.of("-cp", classPath(), program.getName()));
		all.addAll(List.of(arguments));
		try {
			long start = System.nanoTime();
			Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
			Outcome outcome = Outcome.read(process, start);
			if (process.waitFor() != 0) {
				throw new IllegalStateException(program.getName() + " failed:\n" + outcome.output());
			}
			return outcome;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String classPath() {
		Stream<String> own = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter(this.left);
		return Stream.concat(own, this.added.stream()).collect(Collectors.joining(File.pathSeparator));
	}

	/**
	 * What a program told.
	 *
	 * @param figures its figures, in its order
	 * @param answer what has to be the same for all variants
	 * @param output all it printed
	 */
	public record Outcome(Map<String, Double> figures, String answer, String output) {

		private static final String FIGURE = "benchmark-figure=";

		private static final String ANSWER = "benchmark-answer=";

		private static final String NOW = "benchmark-now=";

		/** Tell a figure, from inside the program. */
		public static void figure(String name, double value) {
			System.out.println(FIGURE + name + "=" + value);
		}

		/**
		 * Tell how many milliseconds the process took up to now, from inside the program.
		 */
		public static void milliseconds(String name) {
			System.out.println(NOW + name);
		}

		/** Tell what all variants have to agree in, from inside the program. */
		public static void answer(Object answer) {
			System.out.println(ANSWER + answer);
		}

		static Outcome read(Process process, long start) throws IOException {
			Map<String, Double> figures = new LinkedHashMap<>();
			StringBuilder output = new StringBuilder();
			String answer = "";
			try (BufferedReader lines = new BufferedReader(
					new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
				for (String line = lines.readLine(); line != null; line = lines.readLine()) {
					output.append(line).append('\n');
					if (line.startsWith(NOW)) {
						figures.put(line.substring(NOW.length()), (System.nanoTime() - start) / 1e6);
					}
					else if (line.startsWith(FIGURE)) {
						int value = line.lastIndexOf('=');
						figures.put(line.substring(FIGURE.length(), value), Double.valueOf(line.substring(value + 1)));
					}
					else if (line.startsWith(ANSWER)) {
						answer = line.substring(ANSWER.length());
					}
				}
			}
			return new Outcome(figures, answer, output.toString());
		}

	}

}
