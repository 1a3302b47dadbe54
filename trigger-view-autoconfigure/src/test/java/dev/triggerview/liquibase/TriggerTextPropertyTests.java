package dev.triggerview.liquibase;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import dev.triggerview.testing.TestDatabase;
import dev.triggerview.trigger.Trigger;
import dev.triggerview.trigger.TriggerDefinition;
import dev.triggerview.trigger.TriggerProblem;
import liquibase.util.StringUtil;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Group;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.SkipExecutionHook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Whatever a name or a body consists of: it is stored and read back exactly as it was, or
 * refused before anything happens. {@code -Dtrigger-view.test.tries=5000} tries more,
 * another seed tries others; a build tries the same as the build before.
 */
@AddLifecycleHook(value = TriggerTextPropertyTests.SkippedInANarrowedBuild.class,
		propagateTo = PropagationMode.ALL_DESCENDANTS)
class TriggerTextPropertyTests {

	private static final List<String> FRAGMENTS = List.of("$$", "$tag$", "$tv$", "$1", "${x}", ";", "/", "\n/\n", "GO",
			"\nGO\n", "--", "/*", "*/", "%", "%s", "'", "''", "\"", "\"\"", "`", "[", "]", "]]", ".", ":", ":new", "?",
			"{", "}", "\\", "\\n", "\n", "\r\n", "\t", " ", "  ", "#", "@", "//", "DELIMITER", "é", "ß", "İ", "\u4e2d",
			"\u05d0", "🙂", "select", "TABLE", "order", "user", "END", "BEGIN", "CASE", "NULL", "a", "B", "z1", "_");

	private static final String SEED = "1";

	private static final List<String> FORBIDDEN = List.of("\0", "\uD800");

	private static final Path DIRECTORY = Path.of("target", "changelogs");

	@Group
	class PostgreSql extends Live {

		PostgreSql() {
			super(TestDatabase.POSTGRESQL);
		}

	}

	@Group
	class MariaDb extends Live {

		MariaDb() {
			super(TestDatabase.MARIADB);
		}

	}

	@Group
	class H2 extends Live {

		H2() {
			super(TestDatabase.H2);
		}

	}

	@Group
	class Hsqldb extends Live {

		Hsqldb() {
			super(TestDatabase.HSQLDB);
		}

	}

	@Group
	class Sqlite extends Live {

		Sqlite() {
			super(TestDatabase.SQLITE);
		}

	}

	/** As {@code EachDatabase} does, which knows the tests of Jupiter only. */
	static class SkippedInANarrowedBuild implements SkipExecutionHook {

		@Override
		public SkipResult shouldBeSkipped(LifecycleContext context) {
			return context.optionalContainerClass()
				.filter((type) -> type.getSuperclass() == Live.class)
				.map((type) -> TestDatabase.valueOf(type.getSimpleName().toUpperCase(Locale.ROOT)))
				.filter((kind) -> !TestDatabase.available().contains(kind))
				.map((kind) -> SkipResult.skip("runs on " + kind + ", this build on " + TestDatabase.available()))
				.orElse(SkipResult.doNotSkip());
		}

	}

	abstract static class Live {

		private final TestDatabase kind;

		private final LiveTriggers triggers;

		Live(TestDatabase kind) {
			this.kind = kind;
			this.triggers = LiveTriggers.of(kind);
		}

		@Property(seed = SEED)
		void aNameIsKeptOrRefused(@ForAll("names") String name) throws Exception {
			TriggerDefinition trigger = this.triggers.logging(name, "x");
			List<TriggerProblem> problems = this.triggers.create(trigger);
			if (problems.isEmpty()) {
				assertThat(this.triggers.all()).extracting(Trigger::name).containsExactly(name);
				assertThat(this.triggers.fire()).containsExactly("x");
				this.triggers.drop(trigger);
			}
			else {
				assertThat(problems).allSatisfy((problem) -> assertThat(problem.reason()).contains("the name"));
				assertThat(isForbidden(name) || !this.triggers.canBeNamed(name)).as("a reason to refuse %s", name)
					.isTrue();
			}
			assertThat(this.triggers.all()).isEmpty();
		}

		/** The greatest length of each database is among them. */
		@Example
		void aLongNameIsKeptOrRefused() throws Exception {
			for (int length : List.of(62, 63, 64, 65, 127, 128, 129, 255, 256, 257)) {
				for (String letter : List.of("n", "é", "\u4e2d")) {
					aNameIsKeptOrRefused(letter.repeat(length));
					clean();
				}
			}
		}

		@Property(seed = SEED)
		void aBodyIsKeptOrRefused(@ForAll("texts") String text, @ForAll("comments") String comment) throws Exception {
			TriggerDefinition trigger = this.triggers.logging("t", text, comment);
			List<TriggerProblem> problems = this.triggers.create(trigger);
			if (problems.isEmpty()) {
				Trigger stored = this.triggers.all().get(0);
				assertThat(this.triggers.storedText(stored)).contains(this.triggers.literalAsStored(text));
				if (keepsTexts()) {
					assertThat(this.triggers.storedText(stored)).contains(comment.strip());
				}
				assertThat(this.triggers.fire()).containsExactly(text);
				this.triggers.recreate(stored);
				assertThat(this.triggers.all()).containsExactly(stored);
				assertThat(this.triggers.fire()).containsExactly(text, text);
				this.triggers.drop(trigger);
			}
			else {
				assertThat(isForbidden(text)).as("a reason to refuse %s", text).isTrue();
			}
			assertThat(this.triggers.all()).isEmpty();
		}

		private static boolean isForbidden(String text) {
			return FORBIDDEN.stream().anyMatch(text::contains);
		}

		/** HSQLDB shows a text of its own instead, and H2 writes escapes into it. */
		private boolean keepsTexts() {
			return this.kind != TestDatabase.H2 && this.kind != TestDatabase.HSQLDB;
		}

		@Property(seed = SEED, tries = 15)
		void aChangelogKeepsThem(@ForAll("names") String name, @ForAll("texts") String text) throws Exception {
			boolean java = this.kind == TestDatabase.H2;
			String note = java ? "x" : text;
			TriggerDefinition trigger = this.triggers.logging(name, note);
			String file = UUID.randomUUID() + ".json";
			ChangelogDirectory changelogs = new ChangelogDirectory(DIRECTORY).write(file,
					this.triggers.json(file, trigger));
			if (this.triggers.problems(trigger).isEmpty()) {
				changelogs.update(this.triggers.database(), file);
				assertThat(this.triggers.all()).extracting(Trigger::name).containsExactly(name);
				assertThat(this.triggers.fire()).containsExactly(StringUtil.standardizeLineEndings(note));
				changelogs.rollback(this.triggers.database(), file, 1);
			}
			else {
				assertThatException().isThrownBy(() -> changelogs.update(this.triggers.database(), file))
					.withMessageContaining("Validation Failed");
			}
			assertThat(this.triggers.all()).isEmpty();
		}

		@AfterTry
		void clean() throws Exception {
			this.triggers.clean();
		}

		@Provide
		Arbitrary<String> names() {
			Arbitrary<String> plain = fragments(FRAGMENTS, 1, 8);
			Arbitrary<String> longer = Arbitraries.of(62, 63, 64, 65, 127, 128, 129, 255)
				.flatMap((length) -> Arbitraries.of("n", "é", "\u4e2d").map((letter) -> letter.repeat(length)));
			Arbitrary<String> forbidden = Arbitraries.of(FORBIDDEN).map((character) -> "a" + character + "b");
			return Arbitraries.frequencyOf(Tuple.of(20, plain), Tuple.of(3, longer), Tuple.of(1, forbidden))
				.filter((name) -> !name.isBlank());
		}

		@Provide
		Arbitrary<String> texts() {
			return Arbitraries.frequencyOf(Tuple.of(20, fragments(FRAGMENTS, 0, 12)),
					Tuple.of(1, Arbitraries.of(FORBIDDEN)));
		}

		@Provide
		Arbitrary<String> comments() {
			return fragments(FRAGMENTS, 0, 5).map((text) -> text.replaceAll("[\\n\\r]", " "));
		}

		private static Arbitrary<String> fragments(List<String> of, int from, int to) {
			return Arbitraries.of(of).list().ofMinSize(from).ofMaxSize(to).map((list) -> String.join("", list));
		}

	}

}
