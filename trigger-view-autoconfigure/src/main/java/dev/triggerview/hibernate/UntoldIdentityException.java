package dev.triggerview.hibernate;

/**
 * Thrown at start-up when the key of an entity is an identity that the database gives to
 * the row, but does not tell, because an {@code INSTEAD OF} trigger inserts it.
 */
public final class UntoldIdentityException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient ViewProblem problem;

	UntoldIdentityException(String entity, String view, String database) {
		this(new ViewProblem(entity, view,
				"the identifier cannot be an identity: " + database
						+ " does not tell the key of a row that an INSTEAD OF trigger of view " + view + " inserts",
				"Generate the identifier before the insert:\n\n    @GeneratedValue(strategy = GenerationType.UUID)\n\n"
						+ "or, for a number, where the database has sequences and where it has none:\n\n"
						+ "    @GeneratedValue(strategy = GenerationType.SEQUENCE)\n"
						+ "    @GeneratedValue(strategy = GenerationType.TABLE)"));
	}

	private UntoldIdentityException(ViewProblem problem) {
		super(problem + "\n" + problem.remedy());
		this.problem = problem;
	}

	/** Return what is wrong, with its remedy. */
	public ViewProblem problem() {
		return this.problem;
	}

}
