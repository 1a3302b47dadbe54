package dev.triggerview.event;

/**
 * A row that is about to be updated, with one statement: a flush in which nothing of the
 * row differs fires nothing.
 *
 * @param <T> the entity
 */
public final class BeforeUpdate<T> extends BeforeWrite<T> {

	BeforeUpdate(RowState<T> state) {
		super(state);
	}

	@Override
	public Operation operation() {
		return Operation.UPDATE;
	}

}
