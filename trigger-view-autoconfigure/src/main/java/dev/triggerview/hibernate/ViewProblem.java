package dev.triggerview.hibernate;

/**
 * A mistake in the mapping of a view.
 *
 * @param entity the name of the entity class
 * @param view the view, as the mapping names it or as the catalog has it
 * @param description what is wrong
 * @param remedy what to change, with what can be copied on lines of its own
 */
public record ViewProblem(String entity, String view, String description, String remedy) {

	/** Return the problem on one line, for people to read. */
	@Override
	public String toString() {
		return this.entity + ": " + this.description;
	}

}
