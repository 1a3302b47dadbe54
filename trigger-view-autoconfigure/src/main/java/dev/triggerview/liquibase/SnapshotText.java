package dev.triggerview.liquibase;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import liquibase.structure.DatabaseObject;
import org.jspecify.annotations.Nullable;

/**
 * Texts as attributes of a snapshot object. Liquibase takes a line such as
 * {@code x!{java.util.Date}} for the value of a class when it reads a snapshot from a
 * file, so that such a text gets a line break, which is taken away again.
 */
final class SnapshotText {

	private static final Pattern VALUE_OF_CLASS = Pattern.compile(".*!\\{.*}\n*");

	private SnapshotText() {
	}

	static void set(DatabaseObject object, String attribute, @Nullable String text) {
		object.setAttribute(attribute, (text != null && isMisread(text)) ? text + "\n" : text);
	}

	static @Nullable String get(DatabaseObject object, String attribute) {
		Object value = object.getAttribute(attribute, Object.class);
		if (value == null) {
			return null;
		}
		String text = value.toString();
		boolean marked = text.endsWith("\n") && isMisread(text);
		return marked ? text.substring(0, text.length() - 1) : text;
	}

	/** The pattern is asked only where it can match: a snapshot has many texts. */
	private static boolean isMisread(String text) {
		return text.contains("!{") && VALUE_OF_CLASS.matcher(text).matches();
	}

	static Optional<String> optional(DatabaseObject object, String attribute) {
		return Optional.ofNullable(get(object, attribute));
	}

	/** An attribute that every snapshot of ours has. */
	static String required(DatabaseObject object, String attribute) {
		return optional(object, attribute)
			.orElseThrow(() -> new IllegalStateException("The snapshot of " + object + " lacks " + attribute));
	}

	/**
	 * Return the schema of an object, or its catalog where there are no schemas, with a
	 * dot. Liquibase takes objects of one text for one.
	 */
	static String qualifier(DatabaseObject object) {
		return optional(object, "schemaName").or(() -> optional(object, "catalogName"))
			.map((container) -> container + ".")
			.orElse("");
	}

	static void setLines(DatabaseObject object, String attribute, List<String> lines) {
		set(object, attribute, lines.isEmpty() ? null : String.join("\n", lines));
	}

	static List<String> lines(DatabaseObject object, String attribute) {
		return optional(object, attribute).map((text) -> Arrays.asList(text.split("\n"))).orElse(List.of());
	}

}
