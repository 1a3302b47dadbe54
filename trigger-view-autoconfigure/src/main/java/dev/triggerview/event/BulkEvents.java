package dev.triggerview.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

import org.hibernate.metamodel.mapping.SoftDeleteMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.sql.exec.internal.JdbcOperationQueryMutationNative;
import org.hibernate.sql.exec.spi.ExecutionContext;
import org.hibernate.sql.exec.spi.JdbcOperationQueryMutation;
import org.hibernate.sql.exec.spi.JdbcParameterBindings;
import org.jspecify.annotations.Nullable;

/** Tells of bulk statements on the tables of entities with listeners, or refuses them. */
final class BulkEvents {

	private final Map<String, EntityPersister> tables = new HashMap<>();

	private final Map<String, EntityPersister> entities = new HashMap<>();

	/** Whether the thread executes the parts of a statement on several tables. */
	private final ThreadLocal<Boolean> whole = ThreadLocal.withInitial(() -> false);

	private final Dispatcher dispatcher;

	private final EventSettings settings;

	BulkEvents(Iterable<EntityPersister> persisters, Dispatcher dispatcher, EventSettings settings) {
		this.dispatcher = dispatcher;
		this.settings = settings;
		for (EntityPersister persister : persisters) {
			this.entities.put(persister.getEntityName(), persister);
			this.tables.merge(BulkStatement.name(persister.getTableName()), persister, BulkEvents::root);
		}
	}

	/** The entities of a single table are told as their root. */
	private static EntityPersister root(EntityPersister first, EntityPersister second) {
		return second.getEntityName().equals(second.getRootEntityName()) ? second : first;
	}

	/**
	 * Refuse a statement that is about to be executed.
	 * @return the identifiers of its rows, null where nobody asks or can tell
	 */
	@Nullable List<Object> before(JdbcOperationQueryMutation statement, JdbcParameterBindings bindings,
			ExecutionContext context) {
		String sql = statement.getSqlString();
		EntityPersister persister = persister(sql);
		if (persister == null) {
			return null;
		}
		refuse(persister, sql);
		return asksForRows(persister)
				? BulkIdentifiers.of(persister, statement).map((rows) -> rows.read(bindings, context)).orElse(null)
				: null;
	}

	/** Tell of a statement that was executed. */
	void after(JdbcOperationQueryMutation mutation, int count, @Nullable List<Object> ids) {
		EntityPersister persister = persister(mutation.getSqlString());
		if (persister != null) {
			BulkStatement.of(mutation.getSqlString())
				.ifPresent((statement) -> tell(persister, operation(persister, mutation, statement), count, ids));
		}
	}

	/** A soft delete is an update that no query of Hibernate can write otherwise. */
	private static Operation operation(EntityPersister persister, JdbcOperationQueryMutation mutation,
			BulkStatement statement) {
		SoftDeleteMapping soft = persister.getSoftDeleteMapping();
		return (soft != null && !(mutation instanceof JdbcOperationQueryMutationNative)
				&& BulkStatement.sets(mutation.getSqlString(), soft.getColumnName())) ? Operation.DELETE
						: statement.operation();
	}

	/** Execute a statement on several tables, tell of it and not of its parts. */
	int around(String entity, Operation operation, Supplier<@Nullable List<Object>> rows, IntSupplier statement) {
		EntityPersister persister = Objects.requireNonNull(this.entities.get(entity), entity);
		refuse(persister, operation + " of " + entity);
		List<Object> ids = ids(persister, rows);
		boolean part = this.whole.get();
		this.whole.set(true);
		int count;
		try {
			count = statement.getAsInt();
		}
		finally {
			this.whole.set(part);
		}
		tell(persister, operation, count, ids);
		return count;
	}

	private @Nullable List<Object> ids(EntityPersister persister, Supplier<@Nullable List<Object>> rows) {
		BulkKey key = asksForRows(persister) ? BulkKey.of(persister).orElse(null) : null;
		List<Object> read = (key != null) ? rows.get() : null;
		return (key != null && read != null) ? read.stream()
			.map((row) -> key.of((row instanceof Object[] parts) ? List.of(parts) : List.of(row)))
			.toList() : null;
	}

	private boolean asksForRows(EntityPersister persister) {
		EntityListeners<Object> listeners = this.dispatcher.listeners(persister);
		return listeners != null && isTold(listeners) && this.settings.bulkIds();
	}

	/** A listener of a subclass would not see its rows either. */
	private void refuse(EntityPersister persister, String statement) {
		if (this.settings.bulk() == BulkMode.REFUSE) {
			persister.getSubclassEntityNames()
				.stream()
				.map(this.entities::get)
				.filter((own) -> own != null && this.dispatcher.listeners(own) != null)
				.findFirst()
				.ifPresent((heard) -> {
					throw new BulkRefusedException(heard.getMappedClass(), statement);
				});
		}
	}

	private void tell(EntityPersister persister, Operation operation, int count, @Nullable List<Object> ids) {
		EntityListeners<Object> listeners = this.dispatcher.listeners(persister);
		if (listeners != null && isTold(listeners)) {
			listeners.deliver(Moment.BULK,
					new BulkChange<>(listeners.model().type(), operation, Math.max(count, 0), ids));
		}
	}

	private boolean isTold(EntityListeners<Object> listeners) {
		return this.settings.bulk() == BulkMode.PUBLISH && listeners.hears(Moment.BULK);
	}

	/** Return the entity whose rows a statement writes by itself, null without one. */
	private @Nullable EntityPersister persister(String sql) {
		return this.whole.get() ? null
				: BulkStatement.of(sql).map((statement) -> this.tables.get(statement.table())).orElse(null);
	}

}
