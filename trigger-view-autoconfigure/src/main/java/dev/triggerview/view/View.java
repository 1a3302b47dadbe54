package dev.triggerview.view;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.triggerview.trigger.RelationKind;
import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.TriggerEvent;

/**
 * A view, as the catalog has it.
 *
 * @param name the name in its schema
 * @param kind {@link RelationKind#VIEW} or {@link RelationKind#MATERIALIZED_VIEW}
 * @param columns the columns in their order
 * @param definition the query, or the statement that created the view where the database
 * keeps that; empty where it keeps neither or the account may not see it
 * @param reads the tables and views that the definition names
 * @param readsTransitively those and all that the views among them read
 * @param writable what the database itself passes on to a table, without triggers
 * @param insteadOf what {@code INSTEAD OF} triggers do
 */
public record View(RelationName name, RelationKind kind, List<ViewColumn> columns, Optional<String> definition,
		Set<RelationName> reads, Set<RelationName> readsTransitively, Set<TriggerEvent> writable,
		Set<TriggerEvent> insteadOf) {

	public View {
		columns = List.copyOf(columns);
		reads = Set.copyOf(reads);
		readsTransitively = Set.copyOf(readsTransitively);
		writable = Set.copyOf(writable);
		insteadOf = Set.copyOf(insteadOf);
	}

	/** Return whether rows can be inserted, by the database itself or by a trigger. */
	public boolean insertable() {
		return allows(TriggerEvent.INSERT);
	}

	/** Return whether rows can be updated, by the database itself or by a trigger. */
	public boolean updatable() {
		return allows(TriggerEvent.UPDATE);
	}

	/** Return whether rows can be deleted, by the database itself or by a trigger. */
	public boolean deletable() {
		return allows(TriggerEvent.DELETE);
	}

	private boolean allows(TriggerEvent event) {
		return this.writable.contains(event) || this.insteadOf.contains(event);
	}

	/** Return the column of a name, compared without regard to case. */
	public Optional<ViewColumn> column(String name) {
		for (ViewColumn column : this.columns) {
			if (column.name().equalsIgnoreCase(name)) {
				return Optional.of(column);
			}
		}
		return Optional.empty();
	}

}
