package dev.triggerview.event;

/**
 * Thrown instead of executing a bulk statement on the table of an entity whose listeners
 * would not see the rows.
 */
public final class BulkRefusedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	BulkRefusedException(Class<?> entity, String sql) {
		super("A bulk statement would write rows of " + entity.getName()
				+ " that its event listeners do not see. Change the entities one by one, suppress the events, or set"
				+ " trigger-view.events.bulk to publish or ignore. The statement: " + sql);
	}

}
