package dev.triggerview.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.triggerview.event.EntityListeners.Kind;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one kind that one session has written one after another. What they have in
 * common is found out once, when the first of them is written; until somebody hears of
 * it, a row is no more than four references to what Hibernate keeps anyway.
 */
final class WrittenRows {

	/** The entity, its identifier, the old and the new row. */
	private static final int CELLS = 4;

	private final Kind kind;

	private final EntityPersister persister;

	private final Operation operation;

	private final @Nullable Object tenant;

	private final boolean toldAtOnce;

	private @Nullable Object[] cells = new @Nullable Object[4 * CELLS];

	private int used;

	private boolean open = true;

	/**
	 * @param tenant whose session writes them, null without multi-tenancy
	 * @param toldAtOnce whether there is no flush at whose end they are told
	 */
	WrittenRows(Kind kind, Operation operation, @Nullable Object tenant, boolean toldAtOnce) {
		this.kind = kind;
		this.persister = kind.listeners().model().persister();
		this.operation = operation;
		this.tenant = tenant;
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
		if (this.used == this.cells.length) {
			this.cells = Arrays.copyOf(this.cells, 2 * this.used);
		}
		this.cells[this.used] = entity;
		this.cells[this.used + 1] = id;
		this.cells[this.used + 2] = old;
		this.cells[this.used + 3] = now;
		this.used += CELLS;
	}

	/** Return the changes in the order in which they were written. */
	List<AfterRowChange<?>> changes() {
		List<AfterRowChange<?>> changes = new ArrayList<>(this.used / CELLS);
		collect(changes);
		return changes;
	}

	/** Return the changes of several kinds in order. */
	static List<AfterRowChange<?>> join(List<WrittenRows> several) {
		if (several.size() == 1) {
			return several.get(0).changes();
		}
		List<AfterRowChange<?>> changes = new ArrayList<>();
		several.forEach((rows) -> rows.collect(changes));
		return changes;
	}

	private void collect(List<AfterRowChange<?>> changes) {
		for (int first = 0; first < this.used; first += CELLS) {
			changes.add(change(this.kind.listeners().model(), first));
		}
	}

	/** Tell of each row, and say whether anybody heard. */
	boolean tell() {
		boolean heard = this.kind.isHeard();
		for (int first = 0; heard && first < this.used; first += CELLS) {
			this.kind.deliver(change(this.kind.listeners().model(), first));
		}
		return heard;
	}

	@SuppressWarnings("unchecked")
	private <T> AfterRowChange<T> change(EntityModel<T> model, int first) {
		return AfterRowChange.of(this.operation,
				new RowState<>(model, (T) this.cells[first], this.cells[first + 1],
						(@Nullable Object @Nullable []) this.cells[first + 2],
						(@Nullable Object @Nullable []) this.cells[first + 3], this.tenant));
	}

}
