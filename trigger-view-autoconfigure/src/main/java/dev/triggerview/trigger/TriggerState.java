package dev.triggerview.trigger;

import java.util.Locale;

/**
 * Whether a trigger runs. Databases other than PostgreSQL know {@link #ENABLED} and
 * {@link #DISABLED} only.
 */
public enum TriggerState {

	/** The trigger runs; on PostgreSQL except while changes are replicated. */
	ENABLED,

	/** The trigger does not run. */
	DISABLED,

	/** The trigger runs only while changes are replicated. */
	REPLICA,

	/** The trigger runs always, replication or not. */
	ALWAYS;

	private static final Keywords<TriggerState> WORDS = new Keywords<>(TriggerState.class, "state");

	/**
	 * Return the state that a text names, in any case; {@code true} means enabled and
	 * {@code false} disabled.
	 * @throws IllegalArgumentException naming the allowed values if it names none
	 */
	public static TriggerState parse(String text) {
		return switch (text.strip().toLowerCase(Locale.ROOT)) {
			case "true" -> ENABLED;
			case "false" -> DISABLED;
			default -> WORDS.parse(text);
		};
	}

}
