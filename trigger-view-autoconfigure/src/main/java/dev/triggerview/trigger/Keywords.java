package dev.triggerview.trigger;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The words of the SQL standard for the constants of an enumeration. */
final class Keywords<E extends Enum<E>> {

	private static final Pattern BLANKS = Pattern.compile("[\\s-]+");

	private final String what;

	private final Map<String, E> constants = new LinkedHashMap<>();

	Keywords(Class<E> type, String what) {
		this.what = what;
		for (E constant : type.getEnumConstants()) {
			this.constants.put(sql(constant), constant);
		}
	}

	/** Return whether a text is one of the words, exactly as the standard writes it. */
	boolean contains(String text) {
		return this.constants.containsKey(text);
	}

	/** Return the constant for words as a catalog or as people write them. */
	E parse(String text) {
		E exact = this.constants.get(text);
		return (exact != null) ? exact : parseAnyForm(text);
	}

	private E parseAnyForm(String text) {
		String words = BLANKS.matcher(text.strip()).replaceAll(" ").replace('_', ' ').toUpperCase(Locale.ROOT);
		E constant = this.constants.get(words);
		if (constant == null) {
			throw new IllegalArgumentException("'" + text + "' is no trigger " + this.what + "; allowed are "
					+ String.join(", ", this.constants.keySet()));
		}
		return constant;
	}

	static String sql(Enum<?> constant) {
		return constant.name().replace('_', ' ');
	}

}
