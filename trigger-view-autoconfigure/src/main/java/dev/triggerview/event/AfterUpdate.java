package dev.triggerview.event;

/**
 * A row that was updated.
 *
 * @param <T> the entity
 */
public final class AfterUpdate<T> extends AfterRowChange<T> {

	AfterUpdate(RowState<T> state) {
		super(state);
	}

	@Override
	public Operation operation() {
		return Operation.UPDATE;
	}

}
