package dev.triggerview.trigger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The SQL that changes triggers on each database, as files: a changed file means that new
 * and old databases will differ. {@code -Dtrigger-view.test.golden=write} writes them.
 */
class TriggerSqlTests {

	private static final Path FILES = Path.of("src/test/resources/sql/trigger");

	@ParameterizedTest
	@MethodSource("dev.triggerview.trigger.TriggerDialect#all")
	void isThatOfTheFile(TriggerDialect dialect) throws Exception {
		Path file = FILES.resolve(dialect.shortName() + ".sql");
		String sql = sql(dialect);
		if ("write".equals(System.getProperty("trigger-view.test.golden"))) {
			Files.createDirectories(FILES);
			Files.writeString(file, sql);
		}
		assertThat(sql).isEqualTo(Files.readString(file));
	}

	/** SQL Server tells of an encrypted trigger that it is there. */
	@Test
	void aTextThatTheDatabaseHidesIsReported() {
		TriggerDialect dialect = TriggerDialect.of("mssql");
		List<KeptTrigger> shown = present(dialect, definition(dialect, "old"));
		List<KeptTrigger> hidden = List.of(shown.get(0).with("item_hidden", "", TriggerState.ENABLED));
		assertThat(inventory(dialect, shown).hidden(shown)).isEmpty();
		assertThat(inventory(dialect, hidden).hidden(hidden))
			.hasValue("SQL Server does not show the text of trigger item_hidden on shop.item");
	}

	private static String sql(TriggerDialect dialect) {
		TriggerDefinition definition = definition(dialect, "old");
		TriggerDefinition other = definition(dialect, "new");
		List<KeptTrigger> enabled = present(dialect, definition);
		List<KeptTrigger> disabled = inState(enabled, TriggerState.DISABLED, dialect);
		TriggerInventory inventory = inventory(dialect, enabled);
		return Stream
			.of(section(dialect, "create", dialect.create(definition)),
					section(dialect, "create or replace without reading",
							dialect.createOrReplace(definition, List.of("item_written"))),
					steps(dialect, "replace", inventory.replace(enabled, other)),
					steps(dialect, "replace a disabled trigger",
							inventory(dialect, disabled).replace(disabled,
									other.toBuilder().state(TriggerState.DISABLED).build())),
					steps(dialect, "disable", inventory.setState(enabled, TriggerState.DISABLED)),
					steps(dialect, "enable", inventory(dialect, disabled).setState(disabled, TriggerState.ENABLED)),
					steps(dialect, "rename", inventory.rename(enabled, "item_written", "item_kept")),
					steps(dialect, "drop", inventory.change(enabled, List.of())),
					steps(dialect, "restore", inventory(dialect, List.of()).change(List.of(), enabled)))
			.collect(Collectors.joining("\n"));
	}

	private static TriggerDefinition definition(TriggerDialect dialect, String tag) {
		RelationName table = dialect.shortName().matches("mysql|mariadb") ? new RelationName("shop", null, "item")
				: RelationName.of(dialect.shortName().equals("sqlite") ? null : "shop", "item");
		TriggerDefinition.Builder builder = TriggerDefinition.of("item_written", table)
			.timing(TriggerTiming.AFTER)
			.events(TriggerEvent.INSERT, TriggerEvent.UPDATE);
		return dialect.shortName().equals("h2") ? builder.action(new TriggerAction.JavaClass("org.acme." + tag)).build()
				: builder.updateColumns(List.of("name"))
					.body("INSERT INTO item_log (tag) VALUES ('" + tag + "')")
					.build();
	}

	private static TriggerInventory inventory(TriggerDialect dialect, List<KeptTrigger> triggers) {
		KeptTrigger neighbour = new KeptTrigger(present(dialect, definition(dialect, "old")).get(0)
			.with("item_checked", "", TriggerState.ENABLED)
			.trigger(), true, List.of(), List.of(), List.of());
		return new TriggerInventory(dialect, new TriggerStore(dialect, null, null),
				Stream.concat(Stream.of(neighbour), triggers.stream()).toList());
	}

	/** As they would be read, with a comment and after another trigger. */
	private static List<KeptTrigger> present(TriggerDialect dialect, TriggerDefinition definition) {
		return dialect.declared(definition)
			.stream()
			.map((kept) -> new KeptTrigger(kept.trigger(), true, kept.function(), List.of("item_checked"), List.of()))
			.toList();
	}

	private static List<KeptTrigger> inState(List<KeptTrigger> triggers, TriggerState state, TriggerDialect dialect) {
		boolean present = dialect.support(TriggerFeature.DISABLED) == TriggerDialect.Support.NATIVE;
		return triggers.stream()
			.map((kept) -> kept.withState(state))
			.map((kept) -> new KeptTrigger(kept.trigger(), present, kept.function(), kept.predecessors(),
					kept.successors()))
			.toList();
	}

	private static String steps(TriggerDialect dialect, String title, List<TriggerStep> steps) {
		return section(dialect, title, steps.stream().flatMap((step) -> step.statements().stream()).toList());
	}

	private static String section(TriggerDialect dialect, String title, List<String> statements) {
		return statements.stream()
			.map((sql) -> sql + dialect.delimiter() + "\n")
			.collect(Collectors.joining("", "-- " + title + "\n", ""));
	}

}
