package dev.triggerview.event;

import java.util.HashMap;
import java.util.Map;

import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** Tells of bulk statements on the tables of entities with listeners, or refuses them. */
final class BulkEvents {

	private final Map<String, EntityPersister> tables = new HashMap<>();

	private final Dispatcher dispatcher;

	private final BulkMode mode;

	BulkEvents(Iterable<EntityPersister> persisters, Dispatcher dispatcher, BulkMode mode) {
		this.dispatcher = dispatcher;
		this.mode = mode;
		for (EntityPersister persister : persisters) {
			this.tables.merge(BulkStatement.name(persister.getTableName()), persister, BulkEvents::root);
		}
	}

	/** The entities of a single table are told as their root. */
	private static EntityPersister root(EntityPersister first, EntityPersister second) {
		return second.getEntityName().equals(second.getRootEntityName()) ? second : first;
	}

	/** Refuse a statement that is about to be executed. */
	void before(String sql) {
		EntityListeners<Object> listeners = BulkStatement.of(sql).map(this::listeners).orElse(null);
		if (listeners != null && this.mode == BulkMode.REFUSE) {
			throw new BulkRefusedException(listeners.model().type(), sql);
		}
	}

	/** Tell of a statement that was executed. */
	void after(String sql, int count) {
		BulkStatement statement = BulkStatement.of(sql).orElse(null);
		EntityListeners<Object> listeners = (statement != null) ? listeners(statement) : null;
		if (statement != null && listeners != null && this.mode == BulkMode.PUBLISH) {
			listeners.deliver(Moment.BULK,
					new BulkChange<>(listeners.model().type(), statement.operation(), Math.max(count, 0)));
		}
	}

	private @Nullable EntityListeners<Object> listeners(BulkStatement statement) {
		EntityPersister persister = this.tables.get(statement.table());
		return (persister != null) ? this.dispatcher.listeners(persister) : null;
	}

}
