package dev.triggerview.event;

/**
 * Thrown at the start of an application with an {@link EntityTrigger} that can never
 * fire, or names what its entity does not have.
 */
public final class InvalidEntityTriggerException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String method;

	InvalidEntityTriggerException(String method, String reason) {
		super("@EntityTrigger on " + method + ": " + reason);
		this.method = method;
	}

	/** Return the method that carries the annotation. */
	public String method() {
		return this.method;
	}

}
