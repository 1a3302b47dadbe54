package dev.triggerview.liquibase;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.triggerview.trigger.RelationName;
import liquibase.structure.AbstractDatabaseObject;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A function in a snapshot of Liquibase. Functions of one name that differ in their
 * arguments are different functions.
 *
 * <p>
 * It tells Liquibase no schema. Liquibase writes whatever has one and occurs among the
 * dependencies of a database in front of everything else, which would put a function in
 * front of tables that its text reads: the database does not tell of these.
 */
public class Function extends AbstractDatabaseObject {

	static Function of(dev.triggerview.trigger.Function function, Schema schema) {
		Function object = new Function();
		object.setAttribute("schema", schema);
		SnapshotText.set(object, "name", function.name().name());
		SnapshotText.set(object, "catalogName", function.name().catalog());
		SnapshotText.set(object, "schemaName", function.name().schema());
		SnapshotText.setLines(object, "argumentTypes", function.argumentTypes());
		SnapshotText.set(object, "specificName", function.specificName());
		SnapshotText.set(object, "language", function.language());
		SnapshotText.set(object, "definition", function.definition());
		SnapshotText.set(object, "remarks", function.remarks().orElse(null));
		SnapshotText.setLines(object, "callers", function.callers()
			.stream()
			.flatMap((caller) -> List
				.of(Objects.requireNonNullElse(caller.table().schema(), ""), caller.table().name(), caller.trigger())
				.stream())
			.toList());
		return object;
	}

	/** Return the function as the catalog had it, but for what was granted on it. */
	dev.triggerview.trigger.Function model() {
		RelationName name = new RelationName(SnapshotText.get(this, "catalogName"),
				SnapshotText.get(this, "schemaName"), getName());
		return new dev.triggerview.trigger.Function(name, SnapshotText.lines(this, "argumentTypes"),
				SnapshotText.required(this, "specificName"), SnapshotText.required(this, "language"),
				SnapshotText.required(this, "definition"), callers(), SnapshotText.optional(this, "remarks"),
				Optional.empty());
	}

	private List<dev.triggerview.trigger.Function.Caller> callers() {
		List<String> lines = SnapshotText.lines(this, "callers");
		return IntStream.range(0, lines.size() / 3)
			.map((index) -> 3 * index)
			.mapToObj((index) -> new dev.triggerview.trigger.Function.Caller(
					RelationName.of(lines.get(index), lines.get(index + 1)), lines.get(index + 2)))
			.toList();
	}

	@Override
	public String getName() {
		return Objects.requireNonNullElse(SnapshotText.get(this, "name"), "");
	}

	@Override
	public DatabaseObject setName(String name) {
		SnapshotText.set(this, "name", name);
		return this;
	}

	@Override
	public DatabaseObject @Nullable [] getContainingObjects() {
		return null;
	}

	/** Return its schema, with what Liquibase finds out about it later. */
	@Nullable Schema schema() {
		return getAttribute("schema", Schema.class);
	}

	@Override
	public @Nullable Schema getSchema() {
		return null;
	}

	/** Return whether no other extension takes snapshots of functions. */
	@Override
	public boolean snapshotByDefault() {
		return !Neighbours.snapshot(Function.class);
	}

	@Override
	public int compareTo(Object other) {
		return toString().compareTo(other.toString());
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Function function && toString().equals(function.toString());
	}

	@Override
	public int hashCode() {
		return toString().hashCode();
	}

	/** Return schema, name and argument types, for people to read. */
	@Override
	public String toString() {
		return SnapshotText.qualifier(this) + getName() + "("
				+ String.join(", ", SnapshotText.lines(this, "argumentTypes")) + ")";
	}

}
