package dev.triggerview.event;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.core.ResolvableTypeProvider;

/**
 * Rows that a bulk statement has written past the session: an update, delete or insert in
 * HQL, by the Criteria API or in native SQL through the entity manager. Nobody has seen
 * the rows, so there is an entity and a number, and the identifiers where a query for
 * them is wanted. Delivered right after the statement. With
 * {@code trigger-view.events.bulk=refuse} such statements fail for entities with
 * listeners instead.
 *
 * @param <T> the entity of the table
 */
public final class BulkChange<T> implements ResolvableTypeProvider {

	private final Class<T> entityType;

	private final Operation operation;

	private final int count;

	private final @Nullable List<Object> ids;

	BulkChange(Class<T> entityType, Operation operation, int count, @Nullable List<Object> ids) {
		this.entityType = entityType;
		this.operation = operation;
		this.count = count;
		this.ids = ids;
	}

	/** Return the entity whose table was written. */
	public Class<T> entityType() {
		return this.entityType;
	}

	/** Return what happened to the rows. */
	public Operation operation() {
		return this.operation;
	}

	/** Return how many rows the database says it has written, at least 0. */
	public int count() {
		return this.count;
	}

	/**
	 * Return the identifiers of the rows in no particular order, as a query with the
	 * condition of the statement found them right before it. Empty unless
	 * {@code trigger-view.events.bulk-ids} is set, for inserts, for native statements
	 * that join tables or write the table of a joined subclass, and for entities whose
	 * identifier no class holds or contains a reference.
	 */
	public Optional<List<Object>> ids() {
		return Optional.ofNullable(this.ids);
	}

	@Override
	public ResolvableType getResolvableType() {
		return ResolvableType.forClassWithGenerics(BulkChange.class, this.entityType);
	}

	@Override
	public String toString() {
		return "BulkChange<" + this.entityType.getSimpleName() + ">[" + this.operation + " " + this.count + "]";
	}

}
