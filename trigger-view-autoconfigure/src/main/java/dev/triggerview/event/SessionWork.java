package dev.triggerview.event;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What one session has written and nobody has been told yet. Used by one thread. */
final class SessionWork {

	private final Map<Object, @Nullable Object[]> ahead = new IdentityHashMap<>();

	private final Map<Object, @Nullable Object[]> beforeDelete = new IdentityHashMap<>();

	private List<AfterRowChange<?>> written = new ArrayList<>();

	private boolean asking;

	private boolean postponed;

	private boolean delivering;

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

	/** Remember the values of an update that is executed after the entity's insert. */
	void ahead(Object entity, @Nullable Object[] values) {
		this.ahead.put(entity, values);
	}

	@Nullable Object @Nullable [] ahead(Object entity) {
		return this.ahead.get(entity);
	}

	/** Remember the row that a delete finds. */
	void beforeDelete(Object entity, @Nullable Object[] row) {
		this.beforeDelete.put(entity, row);
	}

	@Nullable Object @Nullable [] beforeDelete(Object entity) {
		return this.beforeDelete.get(entity);
	}

	void written(AfterRowChange<?> change) {
		this.written.add(change);
	}

	boolean hasWritten() {
		return !this.written.isEmpty();
	}

	List<AfterRowChange<?>> takeWritten() {
		List<AfterRowChange<?>> taken = this.written;
		this.written = new ArrayList<>();
		return taken;
	}

	/** Forget what only matters until the statements of a flush are executed. */
	void flushed() {
		this.ahead.clear();
		this.beforeDelete.clear();
	}

}
