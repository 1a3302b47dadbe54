package dev.triggerview.trigger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.triggerview.trigger.TriggerDialect.Support;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the support matrix of the documentation to what the dialects do.
 * {@code -Dtrigger-view.test.golden=write} writes it.
 */
class SupportMatrixTests {

	private static final Path FILE = Path.of("../docs/trigger-support.md");

	/** The databases of the ordinary build, on which every cell is run. */
	private static final Set<String> LIVE = Set.of("postgresql", "mariadb", "h2", "hsqldb", "sqlite");

	private static final Map<Support, String> SIGNS = Map.of(Support.NATIVE, "yes", Support.REWRITTEN, "rewritten",
			Support.NONE, "refused");

	@Test
	void theDocumentationSaysWhatTheDialectsDo() throws IOException {
		if ("write".equals(System.getProperty("trigger-view.test.golden"))) {
			Files.createDirectories(FILE.getParent());
			Files.writeString(FILE, document());
		}
		assertThat(Files.readString(FILE)).isEqualTo(document());
	}

	private static String document() {
		return """
				# What each database does with a trigger

				*yes*: the database has it. *rewritten*: other SQL keeps the meaning (several events become several
				triggers, a condition moves into the body, a trigger is dropped and created again). *refused*: validation says so before the update runs, with
				the way out. Databases in **bold** are run by every build; for the others the SQL is checked in, and
				`mvn verify -Pcontainers` runs it where Docker is.

				"""
				+ row("", TriggerDialect.all().stream().map(SupportMatrixTests::title).toList())
				+ row("---", TriggerDialect.all().stream().map((dialect) -> "---").toList())
				+ Stream.of(TriggerFeature.values()).map(SupportMatrixTests::row).collect(Collectors.joining()) + """

						## Limits

						""" + caveats();
	}

	private static String title(TriggerDialect dialect) {
		return LIVE.contains(dialect.shortName()) ? "**" + dialect.name() + "**" : dialect.name();
	}

	private static String row(TriggerFeature feature) {
		return row(feature.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
				TriggerDialect.all().stream().map((dialect) -> sign(dialect.support(feature), feature)).toList());
	}

	/** Nobody can ask for transactions in a definition, so that nothing is refused. */
	private static String sign(Support support, TriggerFeature feature) {
		boolean refused = support == Support.NONE && feature != TriggerFeature.TRANSACTIONAL_DDL;
		return (support != Support.NONE || refused) ? SIGNS.get(support) : "no";
	}

	private static String row(String first, List<String> cells) {
		return "| " + first + " | " + String.join(" | ", cells) + " |\n";
	}

	private static String caveats() {
		return TriggerDialect.all()
			.stream()
			.flatMap((dialect) -> TriggerSamples.all()
				.values()
				.stream()
				.flatMap((trigger) -> dialect.caveats(trigger).stream()))
			.map((caveat) -> "- " + caveat.database() + ", `" + caveat.attribute() + "`: " + caveat.reason() + ".\n")
			.distinct()
			.collect(Collectors.joining());
	}

}
