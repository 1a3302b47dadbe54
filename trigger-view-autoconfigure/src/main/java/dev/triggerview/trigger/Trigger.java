package dev.triggerview.trigger;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A trigger as the catalog of the database has it. Triggers are ordered by schema, table,
 * name and catalog.
 *
 * @param name the name of the trigger
 * @param table the table or view it belongs to, with catalog and schema as far as the
 * database has them
 * @param kind what it belongs to
 * @param timing when it runs
 * @param events what it reacts to, in the order of {@link TriggerEvent}; empty for an
 * event outside the standard (H2's {@code SELECT})
 * @param updateColumns the columns whose update it reacts to, all if empty
 * @param level how often it runs
 * @param when the condition under which it runs
 * @param definition the complete statement that creates it again; empty where the
 * database does not show it (an encrypted module of SQL Server)
 * @param state whether it runs
 * @param valid whether the database can run it; {@code false} where it does not compile
 * @param position its place among the triggers of the same table, timing and event,
 * counted from 1; 0 where the database has no such order
 * @param definer the account whose rights it runs with
 * @param sqlMode the settings that its text was read with (MySQL, MariaDB)
 * @param function the function it calls (PostgreSQL)
 * @param constraint when it is checked, if it is a constraint trigger
 * @param remarks the comment that the catalog keeps
 */
public record Trigger(String name, RelationName table, RelationKind kind, TriggerTiming timing,
		Set<TriggerEvent> events, List<String> updateColumns, TriggerLevel level, Optional<String> when,
		String definition, TriggerState state, boolean valid, int position, Optional<String> definer,
		Optional<String> sqlMode, Optional<RelationName> function, Optional<TriggerConstraint> constraint,
		Optional<String> remarks) implements Comparable<Trigger> {

	private static final Comparator<Trigger> ORDER = Comparator
		.comparing((Trigger trigger) -> Optional.ofNullable(trigger.table.schema()).orElse(""))
		.thenComparing((trigger) -> trigger.table.name())
		.thenComparing(Trigger::name)
		.thenComparing((trigger) -> Optional.ofNullable(trigger.table.catalog()).orElse(""));

	public Trigger {
		events = TriggerEvent.ordered(events);
		updateColumns = List.copyOf(updateColumns);
	}

	/** Return whether it runs in any firing mode. */
	public boolean enabled() {
		return this.state != TriggerState.DISABLED;
	}

	@Override
	public int compareTo(Trigger other) {
		return ORDER.compare(this, other);
	}

}
