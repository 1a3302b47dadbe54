package dev.triggerview.event;

/**
 * Thrown at the start of an application with a listener that waits for the phase of a
 * transaction, and for an event that comes when the transaction is over.
 */
public final class UnreachableListenerException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String listener;

	UnreachableListenerException(String listener, Class<?> event) {
		super("The transactional listener " + listener + " would never be called: " + event.getSimpleName()
				+ " comes when the transaction is over");
		this.listener = listener;
	}

	/** Return the listener's identifier, which is its method unless it has another. */
	public String listener() {
		return this.listener;
	}

}
