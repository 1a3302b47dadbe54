package dev.triggerview.event;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** What one session has written and nobody has been told yet. Used by one thread. */
final class SessionWork {

	private final Map<Object, @Nullable Object[]> ahead = new IdentityHashMap<>();

	private final Map<Object, @Nullable Object[]> stored = new IdentityHashMap<>();

	private List<WrittenRows> written = new ArrayList<>();

	private @Nullable WrittenRows open;

	private Map<CollectionKey, CollectionChange<?>> collections = new LinkedHashMap<>();

	/** For whom before-listeners were called since somebody looked what they changed. */
	private Set<Object> toldBefore = new LinkedHashSet<>();

	private boolean asking;

	private boolean postponed;

	private boolean delivering;

	private boolean settled;

	private @Nullable BeforeRowChange<?> tellingBefore;

	/** Whether Hibernate only asks what it would flush: nobody is told before a write. */
	boolean isAsking() {
		return this.asking;
	}

	void asking(boolean asking) {
		this.asking = asking;
		this.postponed = false;
	}

	/** Whether a before-listener was not called while Hibernate asked. */
	boolean isPostponed() {
		return this.postponed;
	}

	void postpone() {
		this.postponed = true;
	}

	boolean isDelivering() {
		return this.delivering;
	}

	void delivering(boolean delivering) {
		this.delivering = delivering;
	}

	/** Nobody is called any more before the commit. */
	void settled() {
		this.settled = true;
	}

	/** Return whether nobody was called since the last flush, and forget it. */
	boolean takeSettled() {
		boolean taken = this.settled;
		this.settled = false;
		return taken;
	}

	/** Return the row that a listener is being told of, null when none is. */
	@Nullable BeforeRowChange<?> tellingBefore() {
		return this.tellingBefore;
	}

	void tellingBefore(@Nullable BeforeRowChange<?> change) {
		this.tellingBefore = change;
	}

	/** Remember that before-listeners were called, who may have changed anything. */
	void toldBefore(Object kind) {
		this.toldBefore.add(kind);
	}

	boolean hasToldBefore() {
		return !this.toldBefore.isEmpty();
	}

	Set<Object> takeToldBefore() {
		Set<Object> taken = this.toldBefore;
		this.toldBefore = new LinkedHashSet<>();
		return taken;
	}

	/** Remember the values of an update that is executed after the entity's insert. */
	void ahead(Object entity, @Nullable Object[] values) {
		this.ahead.put(entity, values);
	}

	@Nullable Object @Nullable [] ahead(Object entity) {
		return this.ahead.get(entity);
	}

	/** Remember the row that a delete or an upsert finds. */
	void stored(Object entity, @Nullable Object[] row) {
		this.stored.put(entity, row);
	}

	@Nullable Object @Nullable [] stored(Object entity) {
		return this.stored.get(entity);
	}

	/** Return the rows to which one of this kind is added, null when it begins others. */
	@Nullable WrittenRows open(EntityPersister persister, Operation operation) {
		WrittenRows last = this.open;
		return (last != null && last.takes(persister, operation)) ? last : null;
	}

	/**
	 * Begin to write rows of one kind.
	 * @param told whether they are told at the end of the flush
	 */
	void begin(WrittenRows rows, boolean told) {
		this.open = rows;
		if (told) {
			this.written.add(rows);
		}
	}

	/**
	 * Add to what is known of a collection: one that is replaced is told in two parts.
	 */
	void collection(CollectionChange<?> change) {
		this.collections.merge(new CollectionKey(change.entity(), change.property()), change, CollectionChange::and);
	}

	boolean hasWritten() {
		return !this.written.isEmpty() || !this.collections.isEmpty();
	}

	List<CollectionChange<?>> takeCollections() {
		List<CollectionChange<?>> taken = new ArrayList<>(this.collections.values());
		this.collections = new LinkedHashMap<>();
		return taken;
	}

	List<WrittenRows> takeWritten() {
		List<WrittenRows> taken = this.written;
		taken.forEach(WrittenRows::close);
		this.written = new ArrayList<>();
		return taken;
	}

	/** Forget what only matters until the statements of a flush are executed. */
	void flushed() {
		this.ahead.clear();
		this.stored.clear();
		this.open = null;
	}

	private record CollectionKey(Object owner, String property) {

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof CollectionKey key && key.owner == this.owner && key.property.equals(this.property);
		}

		@Override
		public int hashCode() {
			return System.identityHashCode(this.owner) * 31 + this.property.hashCode();
		}

	}

}
