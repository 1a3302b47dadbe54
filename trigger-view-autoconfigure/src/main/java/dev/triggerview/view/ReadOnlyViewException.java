package dev.triggerview.view;

/**
 * Thrown when something would write through an entity that is mapped to a view, before
 * any SQL is sent.
 */
public final class ReadOnlyViewException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String entity;

	private final String view;

	private final String operation;

	/**
	 * Create the exception for one refused operation.
	 * @param entity the name of the entity class
	 * @param view the name of the view that it is mapped to
	 * @param operation what was tried, as the caller wrote it, such as
	 * {@code persist(OrderTotal)} or a JPQL statement
	 */
	public ReadOnlyViewException(String entity, String view, String operation) {
		super(operation + " was refused: entity " + entity + " is mapped to view " + view
				+ " and is read-only. Write the tables that the view reads, or annotate " + entity
				+ " with @WritableView if the view is updatable or has INSTEAD OF triggers.");
		this.entity = entity;
		this.view = view;
		this.operation = operation;
	}

	/** Return the name of the entity class. */
	public String entity() {
		return this.entity;
	}

	/** Return the name of the view that the entity is mapped to. */
	public String view() {
		return this.view;
	}

	/** Return what was tried. */
	public String operation() {
		return this.operation;
	}

}
