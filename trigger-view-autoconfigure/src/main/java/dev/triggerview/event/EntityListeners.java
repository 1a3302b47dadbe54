package dev.triggerview.event;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableTypeProvider;

/**
 * Who hears what of one entity.
 *
 * @param <T> the entity
 */
final class EntityListeners<T> {

	private final EntityModel<T> model;

	private final @Nullable Delivery[] deliveries = new Delivery[Moment.values().length];

	private final Kind[] kinds = Arrays.stream(Moment.values())
		.map((moment) -> new Kind(this, moment))
		.toArray(Kind[]::new);

	private final Set<Moment> needed = EnumSet.noneOf(Moment.class);

	private final boolean hearsTransaction;

	EntityListeners(EntityPersister persister, Listeners listeners) {
		this.model = new EntityModel<>(persister);
		for (Moment moment : Moment.values()) {
			Delivery delivery = listeners.delivery(moment, this.model.type());
			if (delivery != null) {
				this.deliveries[moment.ordinal()] = delivery;
				this.needed.addAll(moment.needs());
			}
		}
		this.hearsTransaction = Moment.TRANSACTION.stream().anyMatch(this::hears);
	}

	EntityModel<T> model() {
		return this.model;
	}

	/** Return the kind of a change, which describes itself with those who hear it. */
	Kind kind(Moment moment) {
		return this.kinds[moment.ordinal()];
	}

	boolean isHeard() {
		return Arrays.stream(this.deliveries).anyMatch(Objects::nonNull);
	}

	/**
	 * Return whether anybody hears before it is decided whether a transaction commits.
	 */
	boolean hearsUndecided() {
		return Arrays.stream(Moment.values())
			.anyMatch((moment) -> hears(moment) && moment != Moment.COMMITTED && moment != Moment.ROLLED_BACK);
	}

	boolean hears(Moment moment) {
		return this.deliveries[moment.ordinal()] != null;
	}

	/** Return whether the rows of a moment matter to anybody, be it later. */
	boolean needs(Moment moment) {
		return this.needed.contains(moment);
	}

	/** Return whether the rows of a flush are told when it ends. */
	boolean hearsFlush(Moment moment) {
		return hears(moment) || hears(Moment.FLUSHED);
	}

	boolean hearsTransaction() {
		return this.hearsTransaction;
	}

	void deliver(Moment moment, ResolvableTypeProvider event) {
		Delivery delivery = this.deliveries[moment.ordinal()];
		if (delivery != null) {
			delivery.deliver(event);
		}
	}

	/** Changes of one entity and operation: what listeners of rows distinguish. */
	static final class Kind {

		private final EntityListeners<?> listeners;

		private final Moment moment;

		private Kind(EntityListeners<?> listeners, Moment moment) {
			this.listeners = listeners;
			this.moment = moment;
		}

		EntityListeners<?> listeners() {
			return this.listeners;
		}

		boolean isHeard() {
			return this.listeners.hears(this.moment);
		}

		boolean isHeardInFlush() {
			return this.listeners.hearsFlush(this.moment);
		}

		void deliver(AfterRowChange<?> change) {
			this.listeners.deliver(this.moment, change);
		}

		@Override
		public String toString() {
			Delivery delivery = this.listeners.deliveries[this.moment.ordinal()];
			String kind = this.moment.event().getSimpleName() + "<" + this.listeners.model.type().getSimpleName() + ">";
			return (delivery != null && !delivery.listeners().isEmpty())
					? kind + " (" + String.join(", ", delivery.listeners()) + ")" : kind;
		}

	}

}
