package dev.triggerview.event;

import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What an event tells of its row: Hibernate's own arrays, which nobody copies. Hibernate
 * replaces the array of a row that changes again, so that the array of an after-event
 * stays what it is.
 *
 * @param <T> the entity
 */
class RowState<T> {

	private final EntityModel<T> model;

	private final T entity;

	private final @Nullable Object id;

	private final @Nullable Object @Nullable [] old;

	private final @Nullable Object @Nullable [] now;

	private final @Nullable Object tenant;

	RowState(EntityModel<T> model, T entity, @Nullable Object id, @Nullable Object @Nullable [] old,
			@Nullable Object @Nullable [] now, @Nullable Object tenant) {
		this.model = model;
		this.entity = entity;
		this.id = id;
		this.old = old;
		this.now = now;
		this.tenant = tenant;
	}

	final EntityModel<T> model() {
		return this.model;
	}

	final T entity() {
		return this.entity;
	}

	final @Nullable Object id() {
		return this.id;
	}

	final @Nullable Object tenant() {
		return this.tenant;
	}

	final @Nullable Object @Nullable [] old() {
		return this.old;
	}

	final @Nullable Object @Nullable [] now() {
		return this.now;
	}

	final Optional<Row> oldRow() {
		return row(this.old);
	}

	final Optional<Row> newRow() {
		return row(this.now);
	}

	private Optional<Row> row(@Nullable Object @Nullable [] values) {
		return (values != null) ? Optional.of(new Row(this.model, this.id, values)) : Optional.empty();
	}

	final Set<String> changed() {
		return (this.old == null || this.now == null) ? this.model.properties()
				: this.model.changed(this.old, this.now);
	}

	final boolean changed(String property) {
		this.model.require(property);
		return this.old == null || this.now == null || this.model.differs(this.old, this.now, property);
	}

	/** Return this state with another old row. */
	final RowState<T> since(@Nullable Object @Nullable [] first) {
		return new RowState<>(this.model, this.entity, this.id, first, this.now, this.tenant);
	}

	void set(String property, @Nullable Object value) {
		throw new IllegalStateException("This row is written already");
	}

}
