package dev.triggerview.event;

import jakarta.persistence.metamodel.SingularAttribute;
import org.jspecify.annotations.Nullable;

/**
 * A row that is about to be inserted or updated and can still be changed.
 *
 * @param <T> the entity
 */
public abstract sealed class BeforeWrite<T> extends BeforeRowChange<T> permits BeforeInsert, BeforeUpdate {

	BeforeWrite(RowState<T> state) {
		super(state);
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
		state().set(property, value);
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
