package dev.triggerview.event;

import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * A value that equals another one when Hibernate takes them for the same: an array or an
 * embedded value may have no {@code equals}, and that of an entity may ask for more than
 * its identifier.
 */
record Same(@Nullable Object value, Type type, SessionFactoryImplementor factory) {

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Same same && (this.value == same.value
				|| this.value != null && same.value != null && this.type.isEqual(this.value, same.value, this.factory));
	}

	@Override
	public int hashCode() {
		return (this.value != null) ? this.type.getHashCode(this.value, this.factory) : 0;
	}

}
