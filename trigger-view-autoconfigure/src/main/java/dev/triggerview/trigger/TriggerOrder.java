package dev.triggerview.trigger;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The place of a trigger among those of the same table, timing and event. At most one of
 * the two is given.
 *
 * @param follows the trigger that runs directly before, or {@code null}
 * @param precedes the trigger that runs directly after, or {@code null}
 */
public record TriggerOrder(@Nullable String follows, @Nullable String precedes) {

	/** Wherever the database puts it. */
	public static final TriggerOrder ANY = new TriggerOrder(null, null);

	public TriggerOrder {
		if (follows != null && precedes != null) {
			throw new IllegalArgumentException("A trigger cannot both follow " + follows + " and precede " + precedes);
		}
	}

	/** The name of the other trigger, if one is given. */
	Optional<String> other() {
		return Optional.ofNullable((this.follows != null) ? this.follows : this.precedes);
	}

	/** The same order to another trigger. */
	TriggerOrder beside(String other) {
		return (this.follows != null) ? new TriggerOrder(other, null) : new TriggerOrder(null, other);
	}

	/** The attribute that names the other trigger. */
	String attribute() {
		return (this.follows != null) ? "follows" : "precedes";
	}

}
