package dev.triggerview.event;

import java.util.HashSet;
import java.util.Set;

/** For which entities a thread wants silence. */
final class Suppression {

	private final ThreadLocal<Set<Class<?>>> silent = ThreadLocal.withInitial(Set::of);

	boolean covers(Class<?> entity) {
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
		return before;
	}

	void restore(Set<Class<?>> before) {
		if (before.isEmpty()) {
			this.silent.remove();
		}
		else {
			this.silent.set(before);
		}
	}

}
