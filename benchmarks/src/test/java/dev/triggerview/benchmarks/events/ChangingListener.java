package dev.triggerview.benchmarks.events;

import dev.triggerview.event.AfterInsert;
import dev.triggerview.event.AfterUpdate;
import jakarta.persistence.EntityManager;

import org.springframework.context.event.EventListener;

/** Changes another entity with each row. */
class ChangingListener {

	private final EntityManager entities;

	ChangingListener(EntityManager entities) {
		this.entities = entities;
	}

	@EventListener
	void inserted(AfterInsert<Account> event) {
		total().count();
	}

	@EventListener
	void updated(AfterUpdate<Account> event) {
		total().count();
	}

	private Total total() {
		Total total = this.entities.find(Total.class, Total.ID);
		if (total == null) {
			total = new Total();
			this.entities.persist(total);
		}
		return total;
	}

}
