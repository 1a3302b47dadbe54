package dev.triggerview.trigger;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** SQLite documentation, CREATE TRIGGER: one event, rows only, a block as body. */
final class SqliteDialect extends TriggerDialect {

	private static final String TEMPORARY = "a TEMP trigger goes with the connection of Liquibase; let the application"
			+ " create one on each of its own";

	@Override
	public String name() {
		return "SQLite";
	}

	@Override
	public String shortName() {
		return "sqlite";
	}

	/** SQLite, sqlite3_changes and sqlite3_total_changes. */
	@Override
	public TriggeredRows triggeredRows() {
		return TriggeredRows.WATCHED;
	}

	@Override
	Set<TriggerFeature> features() {
		return EnumSet.of(TriggerFeature.BEFORE, TriggerFeature.INSTEAD_OF, TriggerFeature.ROW_LEVEL,
				TriggerFeature.UPDATE_COLUMNS, TriggerFeature.WHEN, TriggerFeature.TRANSACTIONAL_DDL);
	}

	@Override
	Set<TriggerFeature> rewritten() {
		return EnumSet.of(TriggerFeature.SEVERAL_EVENTS, TriggerFeature.DISABLED);
	}

	@Override
	NameLimit nameLimit() {
		return NameLimit.NONE;
	}

	@Override
	Optional<String> nameProblem(String name) {
		return name.regionMatches(true, 0, "sqlite_", 0, "sqlite_".length())
				? Optional.of("begins with sqlite_, which is reserved") : super.nameProblem(name);
	}

	@Override
	TriggerLevel unwrittenLevel() {
		return TriggerLevel.ROW;
	}

	@Override
	public RelationName inSchema(@Nullable String schema, String name) {
		return RelationName.of(name);
	}

	/** The catalog that is read is that of the main database. */
	@Override
	public Optional<String> invalidSchema(String schema) {
		if (schema.equalsIgnoreCase("temp")) {
			return Optional.of(TEMPORARY);
		}
		return schema.equalsIgnoreCase("main") ? Optional.empty() : Optional
			.of("the triggers of attached databases are not looked into; run the changelog on a connection to that one");
	}

	/** SQLite documentation, CREATE TRIGGER, TEMP Triggers on Non-TEMP Tables. */
	@Override
	List<TriggerProblem> statementProblems(TriggerDefinition trigger, String sql) {
		List<SqlToken> words = new SqlText(sql).tokens();
		Stream<String> temporary = (words.size() > 1 && words.get(1).isAnyOf("TEMP", "TEMPORARY"))
				? Stream.of(TEMPORARY) : Stream.of();
		Stream<String> elsewhere = header(sql).stream()
			.flatMap((header) -> Stream.of(Optional.ofNullable(header.schema()),
					Optional.ofNullable(header.table().schema())))
			.flatMap(Optional::stream)
			.flatMap((schema) -> invalidSchema(schema).stream());
		return Stream.concat(temporary, elsewhere)
			.distinct()
			.map((reason) -> problem(trigger, "body", reason, "or create it in the main database"))
			.toList();
	}

	/**
	 * The trigger's schema says where the table is; the table itself is not qualified.
	 */
	@Override
	String relation(RelationName table) {
		return quote(table.name());
	}

	/** SQLITE_BUSY_SNAPSHOT; SQLite documentation, Write-Ahead Logging. */
	@Override
	public boolean writesFirst() {
		return true;
	}

	@Override
	String nameComparison() {
		return " = ? COLLATE NOCASE";
	}

	@Override
	public boolean isSameName(String first, String second) {
		return first.equalsIgnoreCase(second);
	}

	/** SQLite documentation, ALTER TABLE: in triggers since 3.25.0. */
	@Override
	public boolean rewritesRenamed() {
		return true;
	}

	/** A table that is renamed has its name in quotes in all triggers from then on. */
	@Override
	String written(String definition) {
		return new SqlText(definition).withoutQuotes();
	}

	@Override
	CatalogQuery catalog() {
		return new CatalogQuery(this) {
			@Override
			Trigger trigger(CatalogRow row) {
				return TriggerHeader.parse(definition(row)).map(row::withHeader).orElse(row).trigger(definition(row));
			}
		};
	}

}
