package dev.triggerview.trigger;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A trigger as a changelog declares it, the same for all databases. Names are exactly
 * those of the catalog, neither quoted nor folded to upper or lower case.
 *
 * @param name the name of the trigger
 * @param table the table or view it belongs to; the trigger is in the same schema
 * @param timing when it runs
 * @param events what it reacts to, at least one, in the order of {@link TriggerEvent}
 * @param updateColumns the columns whose update it reacts to, all if empty
 * @param level how often it runs, {@code null} for the usual level of the database: row,
 * and statement where there are no row triggers
 * @param when the SQL condition under which it runs, or {@code null}
 * @param action what it does
 * @param transitions the names of the old and new rows
 * @param order its place among the triggers of the table
 * @param constraint when it is checked if it is a constraint trigger, or {@code null}
 * @param functionOptions how the function for its body is created, where one is needed
 * @param definer the account whose rights it runs with, or {@code null} for the one that
 * creates it
 * @param state whether it runs
 * @param remarks the comment that the catalog keeps, or {@code null}
 */
public record TriggerDefinition(String name, RelationName table, TriggerTiming timing, Set<TriggerEvent> events,
		List<String> updateColumns, @Nullable TriggerLevel level, @Nullable String when, TriggerAction action,
		TransitionNames transitions, TriggerOrder order, @Nullable TriggerConstraint constraint,
		FunctionOptions functionOptions, @Nullable String definer, TriggerState state, @Nullable String remarks) {

	public TriggerDefinition {
		if (name.isBlank()) {
			throw new IllegalArgumentException("A trigger of " + table + " needs a name");
		}
		if (events.isEmpty()) {
			throw new IllegalArgumentException("Trigger " + name + " of " + table + " needs at least one event");
		}
		if (!updateColumns.isEmpty() && !events.contains(TriggerEvent.UPDATE)) {
			throw new IllegalArgumentException(
					"Trigger " + name + " of " + table + " names update columns, but UPDATE is not among its events");
		}
		events = TriggerEvent.ordered(events);
		updateColumns = List.copyOf(updateColumns);
	}

	/** Start the definition of a trigger of a table or view. */
	public static Builder of(String name, RelationName table) {
		return new Builder(name, table);
	}

	/** Start a definition that differs from this one only in what the caller changes. */
	public Builder toBuilder() {
		return new Builder(this);
	}

	/** Collects the parts of a definition. */
	public static final class Builder {

		private String name;

		private RelationName table;

		private @Nullable TriggerTiming timing;

		private Set<TriggerEvent> events = Set.of();

		private List<String> updateColumns = List.of();

		private @Nullable TriggerLevel level;

		private @Nullable String when;

		private @Nullable TriggerAction action;

		private TransitionNames transitions = TransitionNames.DEFAULT;

		private TriggerOrder order = TriggerOrder.ANY;

		private @Nullable TriggerConstraint constraint;

		private FunctionOptions functionOptions = FunctionOptions.DEFAULT;

		private @Nullable String definer;

		private TriggerState state = TriggerState.ENABLED;

		private @Nullable String remarks;

		private Builder(String name, RelationName table) {
			this.name = name;
			this.table = table;
		}

		private Builder(TriggerDefinition source) {
			this(source.name, source.table);
			this.timing = source.timing;
			this.events = source.events;
			this.updateColumns = source.updateColumns;
			this.level = source.level;
			this.when = source.when;
			this.action = source.action;
			this.transitions = source.transitions;
			this.order = source.order;
			this.constraint = source.constraint;
			this.functionOptions = source.functionOptions;
			this.definer = source.definer;
			this.state = source.state;
			this.remarks = source.remarks;
		}

		/** Set the name of the trigger. */
		public Builder name(String value) {
			this.name = value;
			return this;
		}

		/** Set the table or view of the trigger. */
		public Builder table(RelationName value) {
			this.table = value;
			return this;
		}

		/** Set when the trigger runs. */
		public Builder timing(TriggerTiming value) {
			this.timing = value;
			return this;
		}

		/** Set what the trigger reacts to. */
		public Builder events(Set<TriggerEvent> value) {
			this.events = value;
			return this;
		}

		/** Set what the trigger reacts to. */
		public Builder events(TriggerEvent... value) {
			return events(Set.of(value));
		}

		/** Set the columns whose update the trigger reacts to. */
		public Builder updateColumns(List<String> value) {
			this.updateColumns = value;
			return this;
		}

		/** Set how often the trigger runs, {@code null} for the usual level. */
		public Builder level(@Nullable TriggerLevel value) {
			this.level = value;
			return this;
		}

		/** Set the SQL condition under which the trigger runs. */
		public Builder when(@Nullable String value) {
			this.when = value;
			return this;
		}

		/** Set what the trigger does. */
		public Builder action(TriggerAction value) {
			this.action = value;
			return this;
		}

		/** Set the code that the trigger runs. */
		public Builder body(String text) {
			return action(new TriggerAction.Body(text));
		}

		/** Set the names of the old and new rows. */
		public Builder transitions(TransitionNames value) {
			this.transitions = value;
			return this;
		}

		/** Set the place among the triggers of the table. */
		public Builder order(TriggerOrder value) {
			this.order = value;
			return this;
		}

		/** Make it a constraint trigger, or not if {@code null}. */
		public Builder constraint(@Nullable TriggerConstraint value) {
			this.constraint = value;
			return this;
		}

		/** Set how the function for the body is created. */
		public Builder functionOptions(FunctionOptions value) {
			this.functionOptions = value;
			return this;
		}

		/** Set the account whose rights the trigger runs with. */
		public Builder definer(@Nullable String value) {
			this.definer = value;
			return this;
		}

		/** Set whether the trigger runs. */
		public Builder state(TriggerState value) {
			this.state = value;
			return this;
		}

		/** Set the comment that the catalog keeps. */
		public Builder remarks(@Nullable String value) {
			this.remarks = value;
			return this;
		}

		/**
		 * Return the definition.
		 * @throws IllegalArgumentException if timing, events or action are missing, or
		 * the parts contradict each other
		 */
		public TriggerDefinition build() {
			return new TriggerDefinition(this.name, this.table, required(this.timing, "timing"), this.events,
					this.updateColumns, this.level, this.when, required(this.action, "body"), this.transitions,
					this.order, this.constraint, this.functionOptions, this.definer, this.state, this.remarks);
		}

		private <T> T required(@Nullable T value, String what) {
			if (value == null) {
				throw new IllegalArgumentException("Trigger " + this.name + " of " + this.table + " needs a " + what);
			}
			return value;
		}

	}

}
