package dev.triggerview.trigger;

/** How often a trigger runs; ISO/IEC 9075-2, {@code FOR EACH}. */
public enum TriggerLevel {

	/** Once for each row that the statement touches. */
	ROW,

	/** Once for the statement, even if it touches no row. */
	STATEMENT;

	private static final Keywords<TriggerLevel> WORDS = new Keywords<>(TriggerLevel.class, "level");

	/**
	 * Return the level that a text names, in any case.
	 * @throws IllegalArgumentException naming the allowed values if it names none
	 */
	public static TriggerLevel parse(String text) {
		return WORDS.parse(text);
	}

}
