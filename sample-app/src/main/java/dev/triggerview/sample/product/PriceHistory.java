package dev.triggerview.sample.product;

import dev.triggerview.event.AfterUpdate;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Records each change of a price, in the transaction that changes it. */
@Component
class PriceHistory {

	private final PriceChanges changes;

	PriceHistory(PriceChanges changes) {
		this.changes = changes;
	}

	@EventListener
	void on(AfterUpdate<Product> update) {
		if (update.changed("price")) {
			this.changes.save(new PriceChange(update.entity().getId(), update.old("price"), update.now("price")));
		}
	}

}
