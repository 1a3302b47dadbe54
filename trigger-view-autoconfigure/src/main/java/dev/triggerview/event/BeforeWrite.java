package dev.triggerview.event;

import jakarta.persistence.metamodel.SingularAttribute;
import org.jspecify.annotations.Nullable;

/**
 * A row that is about to be inserted or updated and can still be changed.
 *
 * @param <T> the entity
 */
public abstract sealed class BeforeWrite<T> extends BeforeRowChange<T> permits BeforeInsert, BeforeUpdate {

	private final @Nullable Object[] row;

	private final @Nullable Object @Nullable [] ahead;

	/** What the entity held when somebody last compared it with the row. */
	private @Nullable Object[] seen;

	private boolean changed;

	private volatile boolean closed;

	/**
	 * @param now Hibernate's array, which reaches the database
	 * @param ahead the values of an update that follows the insert in the same flush,
	 * because the entity was changed after it was persisted; null without
	 */
	BeforeWrite(Origin<T> origin, T entity, @Nullable Object id, @Nullable Object @Nullable [] old,
			@Nullable Object[] now, @Nullable Object @Nullable [] ahead) {
		super(origin, entity, id, old, now);
		this.row = now;
		this.ahead = ahead;
		this.seen = model().values(entity);
	}

	/**
	 * Set a value of the new row and of the entity alike; it is written by the same
	 * statement, and later listeners see it. A setter of the entity does the same, once
	 * the listener has returned.
	 * @param property a property or the path of an embedded one
	 * @param value the value, null for NULL
	 * @throws IllegalArgumentException if the row has no such property, the value is of
	 * another type, or the property is not updatable and this is an update
	 * @throws IllegalStateException if the listeners have returned and the row is written
	 */
	public final void set(String property, @Nullable Object value) {
		if (this.closed) {
			throw new IllegalStateException(this + " is over, its row is written: set '" + property
					+ "' while the listener is called, neither later nor in another thread");
		}
		if (operation() == Operation.UPDATE && model().fixed().has(property)) {
			throw new IllegalArgumentException("'" + property + "' of " + entityType().getName()
					+ " is mapped as not updatable: this update leaves out its column");
		}
		this.changed = true;
		if (this.ahead == null) {
			model().set(this.row, property, value);
			model().apply(this.row, property, entity());
		}
		else if (model().differs(this.row, this.ahead, property)) {
			// The update that follows overwrites it, as the application wanted.
			model().set(this.row, property, value);
		}
		else {
			model().set(this.row, property, value);
			model().set(this.ahead, property, value);
			model().apply(this.ahead, property, entity());
		}
	}

	/**
	 * Set a value of the new row and of the entity alike.
	 * @param <V> the type of the attribute
	 * @param attribute an attribute of the entity
	 * @param value the value, null for NULL
	 */
	public final <V> void set(SingularAttribute<? super T, V> attribute, @Nullable V value) {
		set(attribute.getName(), value);
	}

	/** Take over into the row what a listener has changed in the entity itself. */
	final void takeOver() {
		@Nullable Object[] values = model().values(entity());
		for (Property property : model().columns()) {
			Object value = values[property.position()];
			if (value != this.seen[property.position()]) {
				take(property, value);
			}
		}
		this.seen = values;
		if (operation() == Operation.INSERT && this.ahead == null) {
			model().inserted(this.row, entity());
		}
	}

	private void take(Property property, @Nullable Object value) {
		this.changed = true;
		if (this.ahead == null || !property.differs(this.row, this.ahead)) {
			this.row[property.position()] = property.copy(value);
		}
		if (this.ahead != null) {
			this.ahead[property.position()] = property.copy(value);
		}
	}

	/** Return whether a listener has given a property another value. */
	final boolean isChanged() {
		return this.changed;
	}

	@Override
	final void close() {
		this.closed = true;
	}

}
