package dev.triggerview.event;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** For which entities a thread wants silence. */
final class Suppression {

	private final AtomicInteger silences = new AtomicInteger();

	private final ThreadLocal<Set<Class<?>>> silent = ThreadLocal.withInitial(Set::of);

	/** Return whether any thread wants silence now: most applications never do. */
	boolean isUsed() {
		return this.silences.get() > 0;
	}

	boolean covers(Class<?> entity) {
		if (!isUsed()) {
			return false;
		}
		for (Class<?> type : this.silent.get()) {
			if (type.isAssignableFrom(entity)) {
				return true;
			}
		}
		return false;
	}

	/** Silence more entities and return those that were silent before. */
	Set<Class<?>> add(Set<Class<?>> entities) {
		Set<Class<?>> before = this.silent.get();
		Set<Class<?>> all = new HashSet<>(before);
		all.addAll(entities);
		this.silent.set(all);
		this.silences.incrementAndGet();
		return before;
	}

	void restore(Set<Class<?>> before) {
		this.silences.decrementAndGet();
		if (before.isEmpty()) {
			this.silent.remove();
		}
		else {
			this.silent.set(before);
		}
	}

}
