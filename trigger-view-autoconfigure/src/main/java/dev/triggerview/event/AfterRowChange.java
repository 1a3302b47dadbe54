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

	final Moment moment() {
		return switch (operation()) {
			case INSERT -> Moment.AFTER_INSERT;
			case UPDATE -> Moment.AFTER_UPDATE;
			case DELETE -> Moment.AFTER_DELETE;
		};
	}

}
