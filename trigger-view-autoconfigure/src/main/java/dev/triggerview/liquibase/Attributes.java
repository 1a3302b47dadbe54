package dev.triggerview.liquibase;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import liquibase.parser.core.ParsedNode;
import liquibase.parser.core.ParsedNodeException;
import org.jspecify.annotations.Nullable;

/** What a changelog wrote at a change, before Liquibase drops what it does not know. */
final class Attributes {

	private Attributes() {
	}

	/** Return a message for each attribute that the change does not have. */
	static List<String> unknown(ParsedNode node, String change, Set<String> known) {
		List<String> messages = new ArrayList<>();
		for (ParsedNode child : node.getChildren()) {
			if (known.stream().noneMatch(child.getName()::equalsIgnoreCase)) {
				messages.add(change + " has no attribute '" + child.getName() + "'; did you mean '"
						+ nearest(child.getName(), known) + "'?");
			}
		}
		return messages;
	}

	/** Return the text of an attribute, which a changelog may write as a list too. */
	static @Nullable String commaText(ParsedNode node, String attribute) throws ParsedNodeException {
		Object value = node.getChildValue(null, attribute);
		if (value instanceof Collection<?> values) {
			return CommaList.text(values);
		}
		return (value != null) ? value.toString() : null;
	}

	/** Return the text inside an element, {@code null} if there is none. */
	static @Nullable String text(ParsedNode node) {
		return (node.getValue() instanceof String text && !text.isBlank()) ? text : null;
	}

	private static String nearest(String wrong, Set<String> known) {
		return known.stream()
			.min(Comparator.comparingInt((String name) -> distance(wrong, name))
				.thenComparing(Comparator.naturalOrder()))
			.orElseThrow();
	}

	/** Levenshtein's distance, without regard to case. */
	private static int distance(String first, String second) {
		String a = first.toLowerCase(Locale.ROOT);
		String b = second.toLowerCase(Locale.ROOT);
		int[] row = new int[b.length() + 1];
		for (int j = 0; j <= b.length(); j++) {
			row[j] = j;
		}
		for (int i = 1; i <= a.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j <= b.length(); j++) {
				int substitute = diagonal + ((a.charAt(i - 1) == b.charAt(j - 1)) ? 0 : 1);
				diagonal = row[j];
				row[j] = Math.min(substitute, Math.min(row[j], row[j - 1]) + 1);
			}
		}
		return row[b.length()];
	}

}
