package dev.triggerview.trigger;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a trigger reacts to; ISO/IEC 9075-2, trigger event. */
public enum TriggerEvent {

	/** Rows are inserted. */
	INSERT,

	/** Rows are updated. */
	UPDATE,

	/** Rows are deleted. */
	DELETE,

	/** The table is emptied as a whole (PostgreSQL). */
	TRUNCATE;

	private static final Keywords<TriggerEvent> WORDS = new Keywords<>(TriggerEvent.class, "event");

	private static final Pattern SEPARATOR = Pattern.compile("(?i)\\s*,\\s*|\\s+or\\s+");

	/**
	 * Return the event that a text names, in any case.
	 * @throws IllegalArgumentException naming the allowed values if it names none
	 */
	public static TriggerEvent parse(String text) {
		return WORDS.parse(text);
	}

	/**
	 * Return the events that a text names, separated by commas or the word "or", in the
	 * order of this enumeration.
	 * @throws IllegalArgumentException naming the allowed values if a part names none
	 */
	public static Set<TriggerEvent> parseAll(String text) {
		return ordered(words(text).map(TriggerEvent::parse).toList());
	}

	/** Return the words that {@link #parseAll} reads. */
	public static Stream<String> words(String text) {
		return WORDS.contains(text) ? Stream.of(text) : SEPARATOR.splitAsStream(text.strip());
	}

	static Set<TriggerEvent> ordered(Collection<TriggerEvent> events) {
		if (events.size() == 1) {
			return Collections.singleton(events.iterator().next());
		}
		Set<TriggerEvent> ordered = EnumSet.noneOf(TriggerEvent.class);
		ordered.addAll(events);
		return Collections.unmodifiableSet(ordered);
	}

}
