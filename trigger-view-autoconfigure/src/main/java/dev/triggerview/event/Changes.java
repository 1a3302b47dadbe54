package dev.triggerview.event;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;

import org.springframework.core.ResolvableType;
import org.springframework.core.ResolvableTypeProvider;

/**
 * Several written rows, in the order in which they were written. A listener receives the
 * rows of the entity that it names and of the subclasses of it:
 * {@code CommittedChanges<Account>} holds accounts, {@code CommittedChanges<?>}
 * everything.
 *
 * @param <T> the entity, a supertype or an interface of it
 */
public abstract sealed class Changes<T> implements Iterable<AfterRowChange<? extends T>>, ResolvableTypeProvider
		permits FlushedChanges, ChangesCommitting, CommittedChanges, RolledBackChanges {

	private final Class<T> entityType;

	private final List<AfterRowChange<? extends T>> all;

	/**
	 * @param all the rows, of which nobody else adds or removes one
	 */
	Changes(Class<T> entityType, List<AfterRowChange<? extends T>> all) {
		this.entityType = entityType;
		this.all = Collections.unmodifiableList(all);
	}

	/** Return the entity whose rows these are, as the listener names it. */
	public final Class<T> entityType() {
		return this.entityType;
	}

	/** Return all changes in order, never an empty list. */
	public final List<AfterRowChange<? extends T>> all() {
		return this.all;
	}

	@Override
	public final Iterator<AfterRowChange<? extends T>> iterator() {
		return this.all.iterator();
	}

	/** Return the inserted rows in order. */
	@SuppressWarnings("unchecked")
	public final List<AfterInsert<? extends T>> inserted() {
		return (List<AfterInsert<? extends T>>) (List<?>) of(AfterInsert.class);
	}

	/** Return the updated rows in order. */
	@SuppressWarnings("unchecked")
	public final List<AfterUpdate<? extends T>> updated() {
		return (List<AfterUpdate<? extends T>>) (List<?>) of(AfterUpdate.class);
	}

	/** Return the deleted rows in order. */
	@SuppressWarnings("unchecked")
	public final List<AfterDelete<? extends T>> deleted() {
		return (List<AfterDelete<? extends T>>) (List<?>) of(AfterDelete.class);
	}

	/** Return the old rows that exist and are known, in order. */
	public final List<Row> oldTable() {
		return this.all.stream().flatMap((change) -> change.oldRow().stream()).toList();
	}

	/** Return the new rows that exist, in order. */
	public final List<Row> newTable() {
		return this.all.stream().flatMap((change) -> change.newRow().stream()).toList();
	}

	@Override
	public final ResolvableType getResolvableType() {
		return ResolvableType.forClassWithGenerics(getClass(), this.entityType);
	}

	@Override
	public final String toString() {
		return getClass().getSimpleName() + "<" + this.entityType.getSimpleName() + ">" + this.all;
	}

	private List<?> of(Class<?> kind) {
		return this.all.stream().filter(kind::isInstance).toList();
	}

}
