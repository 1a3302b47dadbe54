package dev.triggerview.event;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.hibernate.persister.entity.EntityPersister;

import org.springframework.core.ResolvableTypeProvider;

/**
 * Who hears what of one entity.
 *
 * @param <T> the entity
 */
final class EntityListeners<T> {

	private final EntityModel<T> model;

	private final Map<Moment, Delivery> deliveries = new EnumMap<>(Moment.class);

	private final Map<Moment, Kind> kinds = new ConcurrentHashMap<>();

	private final Set<Moment> needed = EnumSet.noneOf(Moment.class);

	private final boolean hearsTransaction;

	EntityListeners(EntityPersister persister, Listeners listeners) {
		this.model = new EntityModel<>(persister);
		for (Moment moment : Moment.values()) {
			Delivery delivery = listeners.delivery(moment, this.model.type());
			if (delivery != null) {
				this.deliveries.put(moment, delivery);
				this.needed.addAll(moment.needs());
			}
		}
		this.hearsTransaction = !Collections.disjoint(this.deliveries.keySet(), Moment.TRANSACTION);
	}

	EntityModel<T> model() {
		return this.model;
	}

	/** Return the kind of a change, which describes itself with those who hear it. */
	Kind kind(AfterRowChange<?> change) {
		return this.kinds.computeIfAbsent(change.moment(), (moment) -> new Kind(this, moment));
	}

	boolean isHeard() {
		return !this.deliveries.isEmpty();
	}

	boolean hears(Moment moment) {
		return this.deliveries.containsKey(moment);
	}

	/** Return whether the rows of a moment matter to anybody, be it later. */
	boolean needs(Moment moment) {
		return this.needed.contains(moment);
	}

	boolean hearsTransaction() {
		return this.hearsTransaction;
	}

	void deliver(Moment moment, ResolvableTypeProvider event) {
		Delivery delivery = this.deliveries.get(moment);
		if (delivery != null) {
			delivery.deliver(event);
		}
	}

	record Kind(EntityListeners<?> listeners, Moment moment) {

		@Override
		public String toString() {
			Delivery delivery = this.listeners.deliveries.get(this.moment);
			String kind = this.moment.event().getSimpleName() + "<" + this.listeners.model.type().getSimpleName() + ">";
			return (delivery != null && !delivery.listeners().isEmpty())
					? kind + " (" + String.join(", ", delivery.listeners()) + ")" : kind;
		}

	}

}
