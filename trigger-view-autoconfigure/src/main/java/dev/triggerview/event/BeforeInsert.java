package dev.triggerview.event;

/**
 * A row that is about to be inserted.
 * <p>
 * Hibernate refuses a null in a property mapped as not nullable when the entity is
 * persisted, before this event: a property that a listener fills is mapped as nullable.
 *
 * @param <T> the entity
 */
public final class BeforeInsert<T> extends BeforeWrite<T> {

	BeforeInsert(RowState<T> state) {
		super(state);
	}

	@Override
	public Operation operation() {
		return Operation.INSERT;
	}

}
