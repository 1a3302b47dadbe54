package dev.triggerview.trigger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The arguments that a declaration names, to find the function of the catalog that has
 * them.
 *
 * @param text the arguments, with or without the names of parameters
 * @param synonyms the types of the catalog by the other names that they have
 */
record FunctionArguments(String text, Map<String, String> synonyms) {

	private static final Set<String> MODES = Set.of("in", "inout", "variadic");

	private static final Set<String> ARRAY = Set.of("array", "[]");

	/** What a type of several words begins with, in PostgreSQL and HSQLDB. */
	private static final Set<String> FIRST_WORDS = Set.of("bit", "char", "character", "double", "interval", "national",
			"time", "timestamp");

	/** Return the types of declared arguments, as they are written. */
	static List<String> types(List<String> arguments) {
		return arguments.stream()
			.map((argument) -> new Argument(argument, SqlToken.words(argument)))
			.filter((argument) -> !argument.startsWith(Set.of("out")))
			.map((argument) -> argument.startsWith(MODES) ? argument.rest() : argument)
			.map((argument) -> argument.isNamed() ? argument.rest() : argument)
			.map(Argument::text)
			.toList();
	}

	private record Argument(String text, List<SqlToken> words) {

		boolean startsWith(Set<String> first) {
			return this.words.size() > 1 && first.contains(this.words.get(0).text().toLowerCase(Locale.ROOT));
		}

		boolean isNamed() {
			return this.words.size() > 1 && !startsWith(FIRST_WORDS) && !this.words.get(1).isAnyOf(".", "(", "ARRAY")
					&& !this.words.get(1).text().startsWith("[");
		}

		Argument rest() {
			String rest = this.text.substring(this.words.get(1).start());
			return new Argument(rest, SqlToken.words(rest));
		}

	}

	boolean fit(List<String> types) {
		List<List<String>> arguments = FunctionHeader.arguments("FUNCTION f(" + this.text + ")")
			.stream()
			.map(FunctionArguments::words)
			.filter((words) -> !words.get(0).equals("out"))
			.map((words) -> MODES.contains(words.get(0)) ? words.subList(1, words.size()) : words)
			.toList();
		return arguments.size() == types.size() && IntStream.range(0, types.size())
			.allMatch((index) -> fits(arguments.get(index), type(words(types.get(index)))));
	}

	/** The first word may be the name of the parameter. */
	private boolean fits(List<String> argument, String type) {
		return isSame(type(argument), type) || isSame(type(argument.subList(1, argument.size())), type);
	}

	/**
	 * The catalog names the schema of a type that a declaration may leave to the search
	 * path.
	 */
	private static boolean isSame(String declared, String type) {
		return type.equals(declared)
				|| declared.indexOf('.') < 0 && !declared.isEmpty() && type.endsWith("." + declared);
	}

	/** The number of dimensions tells no types apart. */
	private String type(List<String> words) {
		List<String> element = words.stream().filter((word) -> !ARRAY.contains(word)).toList();
		String type = String.join(" ", element).replace(" . ", ".");
		return this.synonyms.getOrDefault(type, type) + ((element.size() < words.size()) ? "[]" : "");
	}

	/** The words without sizes; what stands in brackets is scanned as one name. */
	private static List<String> words(String argument) {
		List<String> words = new ArrayList<>();
		int depth = 0;
		for (SqlToken token : SqlToken.words(argument)) {
			depth += token.isAnyOf("(") ? 1 : 0;
			if (depth == 0) {
				words.add(token.text().startsWith("[") ? "[]" : token.name().toLowerCase(Locale.ROOT));
			}
			depth -= token.isAnyOf(")") ? 1 : 0;
		}
		return words;
	}

}
