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
		return type(argument).equals(type) || type(argument.subList(1, argument.size())).equals(type);
	}

	private String type(List<String> words) {
		String type = String.join(" ", words).replace(" [ ]", "[]").replace(" . ", ".");
		String array = type.endsWith("[]") ? "[]" : "";
		String element = type.substring(0, type.length() - array.length());
		return this.synonyms.getOrDefault(element, element) + array;
	}

	/** The words without sizes. */
	private static List<String> words(String argument) {
		List<String> words = new ArrayList<>();
		int depth = 0;
		for (SqlToken token : SqlToken.words(argument, false)) {
			depth += token.isAnyOf("(") ? 1 : 0;
			if (depth == 0) {
				words.add(token.name().toLowerCase(Locale.ROOT));
			}
			depth -= token.isAnyOf(")") ? 1 : 0;
		}
		return words;
	}

}
