package dev.triggerview.event;

import java.util.Set;

/**
 * Silences the events of entities for a piece of work. A bean of the application context;
 * safe to share between threads, each of which has its own silence.
 */
public final class EntityEvents {

	private final EventBridge bridge;

	/**
	 * @param bridge the bridge whose events are silenced
	 */
	public EntityEvents(EventBridge bridge) {
		this.bridge = bridge;
	}

	/**
	 * Do work whose writes nobody is told of. What was changed before is flushed first,
	 * and what the work changes is flushed at its end, where a transaction is active.
	 * Calls may be nested; an exception ends the silence too.
	 * @param work the work of this thread
	 */
	public void suppress(Runnable work) {
		suppress(work, Object.class);
	}

	/**
	 * Do work of which nobody is told what it writes of some entities.
	 * @param work the work of this thread
	 * @param entities the entities, their supertypes or interfaces
	 */
	public void suppress(Runnable work, Class<?>... entities) {
		this.bridge.flush();
		Set<Class<?>> before = this.bridge.suppression().add(Set.of(entities));
		try {
			work.run();
			this.bridge.flush();
		}
		finally {
			this.bridge.suppression().restore(before);
		}
	}

}
