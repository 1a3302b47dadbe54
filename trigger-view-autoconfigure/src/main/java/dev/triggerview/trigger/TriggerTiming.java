package dev.triggerview.trigger;

/** When a trigger runs, seen from its event; ISO/IEC 9075-2, trigger action time. */
public enum TriggerTiming {

	/** Before the rows are written. */
	BEFORE,

	/** After the rows were written. */
	AFTER,

	/** In place of the write, in general on a view. */
	INSTEAD_OF,

	/**
	 * At several moments, each with its own section of the body (Oracle's compound
	 * trigger); only a complete statement can declare it.
	 */
	COMPOUND;

	private static final Keywords<TriggerTiming> WORDS = new Keywords<>(TriggerTiming.class, "timing");

	/**
	 * Return the timing that a text names, in any case and with blanks, underscores or
	 * hyphens between the words.
	 * @throws IllegalArgumentException naming the allowed values if it names none
	 */
	public static TriggerTiming parse(String text) {
		return WORDS.parse(text);
	}

	/** Return the words in SQL, such as {@code INSTEAD OF}. */
	public String sql() {
		return Keywords.sql(this);
	}

}
