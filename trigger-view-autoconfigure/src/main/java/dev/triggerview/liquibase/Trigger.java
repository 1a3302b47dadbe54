package dev.triggerview.liquibase;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.triggerview.trigger.RelationKind;
import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.TriggerConstraint;
import dev.triggerview.trigger.TriggerEvent;
import dev.triggerview.trigger.TriggerLevel;
import dev.triggerview.trigger.TriggerState;
import dev.triggerview.trigger.TriggerTiming;
import liquibase.structure.AbstractDatabaseObject;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A trigger in a snapshot of Liquibase. It belongs to a table: triggers of one name on
 * two tables are two.
 *
 * <p>
 * It tells Liquibase no schema. Liquibase writes whatever has one and occurs among the
 * dependencies of a database in front of everything else, which would put a trigger in
 * front of the column that it needs.
 */
public class Trigger extends AbstractDatabaseObject {

	private @Nullable String key;

	private @Nullable Runnable described;

	/**
	 * Create an example of a trigger of the catalog, with what tells it from others. The
	 * rest follows when Liquibase comes to it.
	 * @param order the triggers that fire at the same moment, in their order
	 */
	static Trigger of(dev.triggerview.trigger.Trigger trigger, Schema schema, List<String> order) {
		Trigger example = new Trigger();
		example.setAttribute("schema", schema);
		SnapshotText.set(example, "name", trigger.name());
		SnapshotText.set(example, "catalogName", trigger.table().catalog());
		SnapshotText.set(example, "schemaName", trigger.table().schema());
		SnapshotText.set(example, "tableName", trigger.table().name());
		example.described = () -> example.describe(trigger, order);
		return example;
	}

	/** Return whether all is known of it: it came from a catalog or a saved snapshot. */
	boolean complete() {
		if (this.described != null) {
			this.described.run();
			this.described = null;
		}
		return SnapshotText.get(this, "definition") != null;
	}

	private void describe(dev.triggerview.trigger.Trigger trigger, List<String> order) {
		setAttribute("tableKind", (trigger.kind() != RelationKind.TABLE) ? trigger.kind().name() : null);
		setAttribute("timing", trigger.timing().name());
		SnapshotText.setLines(this, "events", trigger.events().stream().map(TriggerEvent::name).toList());
		SnapshotText.setLines(this, "updateColumns", trigger.updateColumns());
		setAttribute("level", trigger.level().name());
		SnapshotText.set(this, "when", trigger.when().orElse(null));
		SnapshotText.set(this, "definition", trigger.definition());
		setAttribute("state", trigger.state().name());
		setAttribute("valid", trigger.valid() ? null : "false");
		setAttribute("position", (trigger.position() != 0) ? String.valueOf(trigger.position()) : null);
		SnapshotText.set(this, "definer", trigger.definer().orElse(null));
		SnapshotText.set(this, "sqlMode", trigger.sqlMode().orElse(null));
		SnapshotText.set(this, "functionSchema", trigger.function().map(RelationName::schema).orElse(null));
		SnapshotText.set(this, "functionName", trigger.function().map(RelationName::name).orElse(null));
		setAttribute("constraint", trigger.constraint().map(TriggerConstraint::name).orElse(null));
		SnapshotText.set(this, "remarks", trigger.remarks().orElse(null));
		SnapshotText.setLines(this, "order", order);
	}

	/**
	 * Return the triggers that fire at the same moment, in their order, this one among
	 * them; empty where nobody can choose the order.
	 */
	List<String> order() {
		return SnapshotText.lines(this, "order");
	}

	/** Return the trigger as the catalog had it. */
	dev.triggerview.trigger.Trigger model() {
		return new dev.triggerview.trigger.Trigger(getName(), table(),
				SnapshotText.optional(this, "tableKind").map(RelationKind::valueOf).orElse(RelationKind.TABLE),
				TriggerTiming.valueOf(SnapshotText.required(this, "timing")), events(),
				SnapshotText.lines(this, "updateColumns"), TriggerLevel.valueOf(SnapshotText.required(this, "level")),
				SnapshotText.optional(this, "when"), SnapshotText.required(this, "definition"),
				TriggerState.valueOf(SnapshotText.required(this, "state")),
				SnapshotText.optional(this, "valid").isEmpty(),
				SnapshotText.optional(this, "position").map(Integer::parseInt).orElse(0),
				SnapshotText.optional(this, "definer"), SnapshotText.optional(this, "sqlMode"), function(),
				SnapshotText.optional(this, "constraint").map(TriggerConstraint::valueOf),
				SnapshotText.optional(this, "remarks"));
	}

	/** Return the table or view that it belongs to. */
	RelationName table() {
		return new RelationName(SnapshotText.get(this, "catalogName"), SnapshotText.get(this, "schemaName"),
				SnapshotText.required(this, "tableName"));
	}

	/** Return the schema of the table, with what Liquibase finds out about it later. */
	@Nullable Schema tableSchema() {
		return getAttribute("schema", Schema.class);
	}

	private Set<TriggerEvent> events() {
		String events = String.join(",", SnapshotText.lines(this, "events"));
		return events.isEmpty() ? Set.of() : TriggerEvent.parseAll(events);
	}

	private Optional<RelationName> function() {
		return SnapshotText.optional(this, "functionName")
			.map((name) -> RelationName.of(SnapshotText.get(this, "functionSchema"), name));
	}

	@Override
	public String getName() {
		return Objects.requireNonNullElse(SnapshotText.get(this, "name"), "");
	}

	@Override
	public DatabaseObject setName(String name) {
		SnapshotText.set(this, "name", name);
		this.key = null;
		return this;
	}

	@Override
	public DatabaseObject @Nullable [] getContainingObjects() {
		return null;
	}

	@Override
	public @Nullable Schema getSchema() {
		return null;
	}

	/** Return whether no other extension takes snapshots of triggers. */
	@Override
	public boolean snapshotByDefault() {
		return !Neighbours.snapshot(Trigger.class);
	}

	@Override
	public int compareTo(Object other) {
		return toString().compareTo(other.toString());
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Trigger trigger && getName().equals(trigger.getName())
				&& Objects.equals(SnapshotText.get(this, "tableName"), SnapshotText.get(trigger, "tableName"))
				&& SnapshotText.qualifier(this).equals(SnapshotText.qualifier(trigger));
	}

	@Override
	public int hashCode() {
		return key().hashCode();
	}

	/**
	 * Return the text that a snapshot finds it by, whatever the case of its names. It is
	 * remembered, because a snapshot asks for it again and again, and begins with the
	 * table: with hash codes close to each other, triggers of a table stay together when
	 * Liquibase goes through its set of 20,000.
	 */
	String key() {
		if (this.key == null) {
			this.key = (SnapshotText.get(this, "tableName") + "." + getName()).toLowerCase(Locale.ROOT);
		}
		return this.key;
	}

	/** Return name, table and schema, for people to read. */
	@Override
	public String toString() {
		return getName() + " on " + SnapshotText.qualifier(this) + SnapshotText.get(this, "tableName");
	}

}
