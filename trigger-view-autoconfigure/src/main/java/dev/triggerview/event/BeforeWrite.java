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
	}

	/**
	 * Set a value of the new row and of the entity alike; it is written by the same
	 * statement, and later listeners see it.
	 * @param property a property or the path of an embedded one
	 * @param value the value, null for NULL
	 * @throws IllegalArgumentException if the row has no such property, or the value is
	 * of another type
	 */
	public final void set(String property, @Nullable Object value) {
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

}
