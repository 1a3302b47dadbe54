package dev.triggerview.repository;

import java.util.List;

/**
 * Thrown at start-up when the interface of a read-only repository declares a method that
 * writes.
 */
public final class WritingViewRepositoryException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Class<?> repository;

	private final transient List<String> violations;

	WritingViewRepositoryException(Class<?> repository, List<String> violations) {
		super("The read-only repository " + repository.getName() + " would write: " + String.join("; ", violations));
		this.repository = repository;
		this.violations = List.copyOf(violations);
	}

	/** Return the interface of the repository. */
	public Class<?> repository() {
		return this.repository;
	}

	/** Return what is wrong, one sentence for each cause, in alphabetical order. */
	public List<String> violations() {
		return this.violations;
	}

}
