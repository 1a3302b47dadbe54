package dev.triggerview.liquibase;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A list as the text of one attribute: items are separated by commas; one that contains a
 * comma or a quote, or begins or ends with a blank, stands in double quotes, which are
 * doubled inside. Lists of YAML and JSON become this text, so that all formats have the
 * same checksum.
 */
final class CommaList {

	private static final Pattern ITEM = Pattern.compile("\\G\\s*(?:\"((?:[^\"]|\"\")*)\"|([^\",]*))\\s*(,|$)");

	private CommaList() {
	}

	/**
	 * Return the items of a text, none for {@code null} and for a blank one.
	 * @throws IllegalArgumentException if a quote is not closed or in the middle of an
	 * item
	 */
	static List<String> items(@Nullable String text) {
		if (text == null || text.isBlank()) {
			return List.of();
		}
		boolean one = text.indexOf(',') < 0 && text.indexOf('"') < 0;
		return one ? List.of(text.strip()) : separated(text);
	}

	private static List<String> separated(String text) {
		List<String> items = new ArrayList<>();
		Matcher matcher = ITEM.matcher(text);
		boolean more = true;
		while (more) {
			if (!matcher.find()) {
				throw new IllegalArgumentException("The list " + text
						+ " has a double quote in the wrong place; put the whole item in quotes and double those inside");
			}
			items.add((matcher.group(1) != null) ? matcher.group(1).replace("\"\"", "\"") : matcher.group(2).strip());
			more = matcher.group(3).equals(",");
		}
		return items;
	}

	/** Return a list as it is written without need; a text that is none as it is. */
	static String canonical(String text) {
		try {
			return text(items(text));
		}
		catch (IllegalArgumentException ex) {
			return text;
		}
	}

	/** Return the text of a list. */
	static String text(Collection<?> items) {
		return items.stream().map((item) -> quoted(String.valueOf(item))).collect(Collectors.joining(", "));
	}

	private static String quoted(String item) {
		boolean plain = !item.isEmpty() && item.strip().equals(item) && item.indexOf(',') < 0 && item.indexOf('"') < 0;
		return plain ? item : '"' + item.replace("\"", "\"\"") + '"';
	}

}
