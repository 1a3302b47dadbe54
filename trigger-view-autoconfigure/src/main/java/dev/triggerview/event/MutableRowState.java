package dev.triggerview.event;

import org.jspecify.annotations.Nullable;

/**
 * The state of a row that is not written yet: what a listener sets reaches Hibernate's
 * array and the entity.
 *
 * @param <T> the entity
 */
final class MutableRowState<T> extends RowState<T> {

	private final @Nullable Object[] now;

	private final @Nullable Object @Nullable [] ahead;

	/**
	 * @param ahead the values of an update that follows the insert in the same flush,
	 * because the entity was changed after it was persisted; null without
	 */
	MutableRowState(EntityModel<T> model, T entity, @Nullable Object id, @Nullable Object @Nullable [] old,
			@Nullable Object[] now, @Nullable Object @Nullable [] ahead, @Nullable Object tenant) {
		super(model, entity, id, old, now, tenant);
		this.now = now;
		this.ahead = ahead;
	}

	@Override
	void set(String property, @Nullable Object value) {
		if (this.ahead == null) {
			model().set(this.now, property, value);
			model().apply(this.now, property, entity());
		}
		else if (model().differs(this.now, this.ahead, property)) {
			// The update that follows overwrites it, as the application wanted.
			model().set(this.now, property, value);
		}
		else {
			model().set(this.now, property, value);
			model().set(this.ahead, property, value);
			model().apply(this.ahead, property, entity());
		}
	}

}
