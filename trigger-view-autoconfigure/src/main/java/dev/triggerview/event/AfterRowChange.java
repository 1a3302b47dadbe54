package dev.triggerview.event;

/**
 * A row that was written. Delivered at the end of the flush, when the rows are in the
 * database: a listener may query, persist, remove and flush, and what it changes fires
 * events of its own. A {@code StatelessSession} has no flush; its events are delivered at
 * once. A listener that throws lets the flush fail, and the transaction rolls back.
 *
 * @param <T> the entity
 */
public abstract sealed class AfterRowChange<T> extends RowChange<T> permits AfterInsert, AfterUpdate, AfterDelete {

	AfterRowChange(RowState<T> state) {
		super(state);
	}

	static <T> AfterRowChange<T> of(Operation operation, RowState<T> state) {
		return switch (operation) {
			case INSERT -> new AfterInsert<>(state);
			case UPDATE -> new AfterUpdate<>(state);
			case DELETE -> new AfterDelete<>(state);
		};
	}

}
