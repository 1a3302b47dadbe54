package dev.triggerview.trigger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What the catalog query of a database tells about a trigger.
 *
 * @param name the trigger
 * @param table what it belongs to
 * @param kind what that is
 * @param timing when it runs
 * @param events its events, as text separated by commas in the query
 * @param updateColumns its update columns, one in each row of the query
 * @param level how often it runs
 * @param when its condition
 * @param definition the complete statement, where the catalog keeps it
 * @param action the part of the statement after the header, where it keeps only that
 * @param rowNames the names of old and new row
 * @param state whether it runs
 * @param valid whether it compiles
 * @param position its place, from 1, or 0
 * @param definer the account it runs as
 * @param sqlMode the settings its text was read with
 * @param function the function it calls
 * @param constraint when it is checked
 * @param remarks its comment
 */
record CatalogRow(String name, RelationName table, RelationKind kind, TriggerTiming timing, Set<TriggerEvent> events,
		List<String> updateColumns, TriggerLevel level, @Nullable String when, @Nullable String definition,
		@Nullable String action, TransitionNames rowNames, TriggerState state, boolean valid, int position,
		@Nullable String definer, @Nullable String sqlMode, @Nullable RelationName function,
		@Nullable TriggerConstraint constraint, @Nullable String remarks) {

	/**
	 * The columns in this order, because Oracle requires the LONG one to be read first.
	 */
	static CatalogRow of(ResultSet row) throws SQLException {
		String definition = row.getString("definition");
		String action = row.getString("action_text");
		RelationName table = new RelationName(row.getString("table_catalog"), row.getString("table_schema"),
				row.getString("table_name"));
		String column = row.getString("update_column");
		String function = row.getString("function_name");
		String constraint = row.getString("constraint_mode");
		return new CatalogRow(row.getString("trigger_name"), table, RelationKind.valueOf(row.getString("table_kind")),
				TriggerTiming.parse(row.getString("timing")), events(row.getString("events")),
				(column != null) ? List.of(column) : List.of(), TriggerLevel.parse(row.getString("level_name")),
				row.getString("when_condition"), definition, action,
				new TransitionNames(row.getString("old_row"), row.getString("new_row"), null, null),
				TriggerState.valueOf(row.getString("state")), row.getInt("valid") == 1, row.getInt("position"),
				row.getString("definer"), row.getString("sql_mode"),
				(function != null) ? RelationName.of(row.getString("function_schema"), function) : null,
				(constraint != null) ? TriggerConstraint.valueOf(constraint) : null, row.getString("remarks"));
	}

	List<String> key() {
		return List.of(Objects.toString(this.table.catalog(), ""), Objects.toString(this.table.schema(), ""),
				this.table.name(), this.name);
	}

	/** Return this row with the event and column of another row of the same trigger. */
	CatalogRow plus(CatalogRow other) {
		Set<TriggerEvent> bothEvents = TriggerEvent.ordered(concat(this.events, other.events));
		List<String> bothColumns = concat(this.updateColumns, other.updateColumns).stream().distinct().toList();
		return new CatalogRow(this.name, this.table, this.kind, this.timing, bothEvents, bothColumns, this.level,
				this.when, this.definition, this.action, this.rowNames, this.state, this.valid, this.position,
				this.definer, this.sqlMode, this.function, this.constraint, this.remarks);
	}

	CatalogRow withAction(String text) {
		return new CatalogRow(this.name, this.table, this.kind, this.timing, this.events, this.updateColumns,
				this.level, this.when, this.definition, text, this.rowNames, this.state, this.valid, this.position,
				this.definer, this.sqlMode, this.function, this.constraint, this.remarks);
	}

	/** Return this row with what the text of the statement says. */
	CatalogRow withHeader(TriggerHeader header) {
		return new CatalogRow(this.name, this.table, this.kind, header.timing(), header.events(),
				header.updateColumns(), this.level, header.when(), this.definition, this.action, this.rowNames,
				this.state, this.valid, this.position, this.definer, this.sqlMode, this.function, this.constraint,
				this.remarks);
	}

	/**
	 * Return the header as a definition, for dialects that put the statement together.
	 */
	TriggerDefinition header(String body) {
		return TriggerDefinition.of(this.name, this.table)
			.timing(this.timing)
			.events(this.events.toArray(TriggerEvent[]::new))
			.updateColumns(this.updateColumns)
			.level(this.level)
			.when(this.when)
			.transitions(this.rowNames)
			.definer(this.definer)
			.body(body)
			.build();
	}

	Trigger trigger(String text) {
		return new Trigger(this.name, this.table, this.kind, this.timing, this.events, this.updateColumns, this.level,
				Optional.ofNullable(this.when), text, this.state, this.valid, this.position,
				Optional.ofNullable(this.definer), Optional.ofNullable(this.sqlMode),
				Optional.ofNullable(this.function), Optional.ofNullable(this.constraint),
				Optional.ofNullable(this.remarks));
	}

	private static Set<TriggerEvent> events(@Nullable String text) {
		return (text == null || text.isBlank()) ? Set.of() : TriggerEvent.parseAll(text);
	}

	private static <T> List<T> concat(Collection<T> first, Collection<T> second) {
		List<T> both = new ArrayList<>(first);
		both.addAll(second);
		return both;
	}

}
