package dev.triggerview.event;

import java.util.EnumMap;
import java.util.Map;

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

	private final Map<Moment, Delivery> deliveries = new EnumMap<>(Moment.class);

	EntityListeners(EntityPersister persister, Listeners listeners) {
		this.model = new EntityModel<>(persister);
		for (Moment moment : Moment.values()) {
			Delivery delivery = listeners.delivery(moment, this.model.type());
			if (delivery != null) {
				this.deliveries.put(moment, delivery);
			}
		}
	}

	EntityModel<T> model() {
		return this.model;
	}

	boolean hears(Moment... moments) {
		for (Moment moment : moments) {
			if (this.deliveries.containsKey(moment)) {
				return true;
			}
		}
		return false;
	}

	void deliver(Moment moment, ResolvableTypeProvider event) {
		@Nullable Delivery delivery = this.deliveries.get(moment);
		if (delivery != null) {
			delivery.deliver(event);
		}
	}

}
