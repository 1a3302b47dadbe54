package dev.triggerview.event;

/**
 * A row that is about to be deleted.
 *
 * @param <T> the entity
 */
public final class BeforeDelete<T> extends BeforeRowChange<T> {

	BeforeDelete(RowState<T> state) {
		super(state);
	}

	@Override
	public Operation operation() {
		return Operation.DELETE;
	}

}
