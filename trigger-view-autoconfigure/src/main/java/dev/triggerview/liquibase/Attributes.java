package dev.triggerview.liquibase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.triggerview.view.NearNames;
import liquibase.database.DatabaseFactory;
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
			String name = child.getName();
			if (!known.contains(name) && known.stream().noneMatch(name::equalsIgnoreCase)) {
				messages.add(change + " has no attribute '" + name + "'; " + remedy(name, known));
			}
		}
		return messages;
	}

	/**
	 * Return a message for each attribute that is neither true nor false, which Liquibase
	 * takes for false.
	 */
	static List<String> notBoolean(ParsedNode node, String change, Collection<String> attributes)
			throws ParsedNodeException {
		List<String> messages = new ArrayList<>();
		for (String attribute : attributes) {
			Object value = node.getChildValue(null, attribute);
			if (value != null && !value.toString().matches("(?i)true|false")) {
				messages.add("Attribute %s of %s is '%s'; write true or false".formatted(attribute, change, value));
			}
		}
		return messages;
	}

	/**
	 * Return a message for each database in an attribute that Liquibase does not know.
	 */
	static List<String> unknownDatabases(String attribute, @Nullable String databases) {
		return CommaList.items(databases)
			.stream()
			.map((database) -> database.startsWith("!") ? database.substring(1).strip() : database)
			.filter((database) -> !isDatabase(database))
			.map((database) -> "Attribute " + attribute + ": there is no database '" + database + "'; "
					+ remedy(database, databases()))
			.toList();
	}

	/** To list all of them takes longer than to read a change. */
	private static boolean isDatabase(String name) {
		return DatabaseFactory.getInstance().getDatabase(name) != null
				|| databases().contains(name.toLowerCase(Locale.ROOT));
	}

	private static Set<String> databases() {
		Set<String> names = new TreeSet<>(Set.of("all", "none"));
		DatabaseFactory.getInstance()
			.getImplementedDatabases()
			.forEach((database) -> names.add(database.getShortName().toLowerCase(Locale.ROOT)));
		return names;
	}

	/**
	 * Return a value that is one of several words.
	 * @throws IllegalArgumentException naming attribute, allowed and nearest words if it
	 * is none
	 */
	static <E extends Enum<E>> E word(String attribute, String text, Function<String, E> parser, Class<E> type) {
		try {
			return parser.apply(text);
		}
		catch (IllegalArgumentException ex) {
			Set<String> words = Arrays.stream(type.getEnumConstants())
				.map((constant) -> constant.name().replace('_', ' '))
				.collect(Collectors.toCollection(TreeSet::new));
			throw new IllegalArgumentException(
					"Attribute " + attribute + ": " + ex.getMessage() + "; " + remedy(text, words), ex);
		}
	}

	private static String remedy(String wrong, Set<String> known) {
		List<String> near = NearNames.of(wrong, known);
		return near.isEmpty() ? "it knows " + String.join(", ", new TreeSet<>(known))
				: "did you mean '" + String.join("' or '", near) + "'?";
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

}
