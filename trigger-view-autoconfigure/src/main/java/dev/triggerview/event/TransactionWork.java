package dev.triggerview.event;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What one transaction of one session has written. Used by one thread. */
final class TransactionWork {

	private final List<AfterRowChange<?>> changes = new ArrayList<>();

	private final Map<Object, Integer> savepoints = new IdentityHashMap<>();

	private @Nullable WrittenRows open;

	private int committing;

	private @Nullable Boolean committed;

	/** Keep what is added to rows from now on, until others are begun. */
	void begin(WrittenRows rows) {
		collect();
		this.open = rows;
	}

	/** Take over the rows that were added so far; what follows is begun anew. */
	private void collect() {
		if (this.open != null) {
			this.open.close();
			this.changes.addAll(this.open.changes());
			this.open = null;
		}
	}

	void savepoint(Object savepoint) {
		collect();
		this.savepoints.put(savepoint, this.changes.size());
	}

	/** A savepoint that is not known is older than the first change. */
	void rollbackTo(Object savepoint) {
		collect();
		int size = Math.min(this.savepoints.getOrDefault(savepoint, 0), this.changes.size());
		this.changes.subList(size, this.changes.size()).clear();
		this.committing = Math.min(this.committing, size);
	}

	boolean hasNew() {
		collect();
		return this.committing < this.changes.size();
	}

	/** Return the net effect of what was written since the last call. */
	List<AfterRowChange<?>> takeNew() {
		collect();
		List<AfterRowChange<?>> fresh = this.changes.subList(this.committing, this.changes.size());
		this.committing = this.changes.size();
		return NetEffect.of(fresh);
	}

	List<AfterRowChange<?>> netEffect() {
		collect();
		return NetEffect.of(this.changes);
	}

	void completed(boolean success) {
		this.committed = success;
	}

	/** Return whether the database has committed, null when Hibernate was not told. */
	@Nullable Boolean committed() {
		return this.committed;
	}

}
