package dev.triggerview.trigger;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the words of the SQL standard as people write them. */
final class Keyword {

	private static final Pattern BLANKS = Pattern.compile("[\\s-]+");

	private Keyword() {
	}

	static <E extends Enum<E>> E parse(Class<E> type, String what, String text) {
		String wanted = sql(BLANKS.matcher(text.strip()).replaceAll(" "));
		return Arrays.stream(type.getEnumConstants())
			.filter((constant) -> sql(constant.name()).equals(wanted))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					"'" + text + "' is no trigger " + what + "; allowed are " + allowed(type)));
	}

	static String sql(String name) {
		return name.replace('_', ' ').toUpperCase(Locale.ROOT);
	}

	private static <E extends Enum<E>> String allowed(Class<E> type) {
		return Arrays.stream(type.getEnumConstants())
			.map((constant) -> sql(constant.name()))
			.collect(Collectors.joining(", "));
	}

}
