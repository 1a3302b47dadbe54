package dev.triggerview.event;

import java.util.ArrayList;
import java.util.List;

import dev.triggerview.event.EntityListeners.Kind;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one kind that one session has written one after another. What they have in
 * common is found out once, when the first of them is written.
 */
final class WrittenRows {

	private final Kind kind;

	private final EntityPersister persister;

	private final Operation operation;

	private final Origin<Object> origin;

	private final boolean toldAtOnce;

	private final List<AfterRowChange<?>> changes = new ArrayList<>();

	private boolean open = true;

	/**
	 * @param toldAtOnce whether there is no flush at whose end they are told
	 */
	WrittenRows(Kind kind, Operation operation, Origin<Object> origin, boolean toldAtOnce) {
		this.kind = kind;
		this.persister = origin.model().persister();
		this.operation = operation;
		this.origin = origin;
		this.toldAtOnce = toldAtOnce;
	}

	Kind kind() {
		return this.kind;
	}

	boolean isToldAtOnce() {
		return this.toldAtOnce;
	}

	/** Return whether a row that is written now belongs to these. */
	boolean takes(EntityPersister persister, Operation operation) {
		return this.open && this.persister == persister && this.operation == operation;
	}

	/** Take no more rows: something else was written, or these are told. */
	void close() {
		this.open = false;
	}

	void add(Object entity, Object id, @Nullable Object @Nullable [] old, @Nullable Object @Nullable [] now) {
		this.changes.add(AfterRowChange.of(this.operation, this.origin, entity, id, old, now));
	}

	/** Return the changes in the order in which they were written. */
	List<AfterRowChange<?>> changes() {
		return this.changes;
	}

	/** Return the changes of several kinds in order. */
	static List<AfterRowChange<?>> join(List<WrittenRows> several) {
		if (several.size() == 1) {
			return several.get(0).changes;
		}
		List<AfterRowChange<?>> changes = new ArrayList<>();
		several.forEach((rows) -> changes.addAll(rows.changes));
		return changes;
	}

	/** Tell of each row, and say whether anybody heard. */
	boolean tell() {
		if (this.kind.isHeard()) {
			this.changes.forEach(this.kind::deliver);
		}
		return this.kind.isHeard();
	}

}
