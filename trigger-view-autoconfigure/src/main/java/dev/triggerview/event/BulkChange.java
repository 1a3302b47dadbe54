package dev.triggerview.event;

import org.springframework.core.ResolvableType;
import org.springframework.core.ResolvableTypeProvider;

/**
 * Rows that a bulk statement has written past the session: an update, delete or insert in
 * HQL, by the Criteria API or in native SQL through the entity manager. Nobody has seen
 * the rows, so there is an entity and a number only. Delivered right after the statement.
 * With {@code trigger-view.events.bulk=refuse} such statements fail for entities with
 * listeners instead.
 *
 * @param <T> the entity of the table
 */
public final class BulkChange<T> implements ResolvableTypeProvider {

	private final Class<T> entityType;

	private final Operation operation;

	private final int count;

	BulkChange(Class<T> entityType, Operation operation, int count) {
		this.entityType = entityType;
		this.operation = operation;
		this.count = count;
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

	@Override
	public ResolvableType getResolvableType() {
		return ResolvableType.forClassWithGenerics(BulkChange.class, this.entityType);
	}

	@Override
	public String toString() {
		return "BulkChange<" + this.entityType.getSimpleName() + ">[" + this.operation + " " + this.count + "]";
	}

}
