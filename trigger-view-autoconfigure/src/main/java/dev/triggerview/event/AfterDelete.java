package dev.triggerview.event;

/**
 * A row that was deleted.
 *
 * @param <T> the entity
 */
public final class AfterDelete<T> extends AfterRowChange<T> {

	AfterDelete(RowState<T> state) {
		super(state);
	}

	@Override
	public Operation operation() {
		return Operation.DELETE;
	}

}
