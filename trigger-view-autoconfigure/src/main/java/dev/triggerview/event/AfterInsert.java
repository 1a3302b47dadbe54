package dev.triggerview.event;

/**
 * A row that was inserted.
 *
 * @param <T> the entity
 */
public final class AfterInsert<T> extends AfterRowChange<T> {

	AfterInsert(RowState<T> state) {
		super(state);
	}

	@Override
	public Operation operation() {
		return Operation.INSERT;
	}

}
