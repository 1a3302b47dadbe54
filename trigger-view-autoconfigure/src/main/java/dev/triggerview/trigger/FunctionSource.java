package dev.triggerview.trigger;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** What a function of PostgreSQL was created from, if it was generated for a trigger. */
final class FunctionSource {

	private static final Pattern DEFINITION = Pattern
		.compile("(?s)(CREATE OR REPLACE FUNCTION .*?)\nAS (\\$[a-z]+\\$)(.*)\\2$");

	private static final Pattern LANGUAGE = Pattern.compile("\n LANGUAGE (\\S+)");

	private static final Pattern SEARCH_PATH = Pattern.compile("\n SET search_path TO (.*)");

	private static final Pattern BLOCK = Pattern.compile("(?s)\nBEGIN\n(.*)\nEND\n");

	private static final Pattern BLOCK_WITH_RETURN = Pattern.compile("(?s)\nBEGIN\n(.*)\nRETURN [^\n]*;\nEND\n");

	private final String name;

	private final String header;

	private final String code;

	FunctionSource(Function function) {
		Matcher matcher = DEFINITION.matcher(function.definition());
		boolean matches = matcher.matches();
		this.name = function.name().name();
		this.header = matches ? matcher.group(1) : "";
		this.code = matches ? matcher.group(3) : "";
	}

	String name() {
		return this.name;
	}

	/** The text between the quotes. */
	String code() {
		return this.code;
	}

	FunctionOptions options() {
		String language = find(LANGUAGE);
		return new FunctionOptions((language != null) ? language : "plpgsql", this.header.contains(" SECURITY DEFINER"),
				find(SEARCH_PATH));
	}

	/** The bodies that it may have been generated from, the shortest first. */
	List<String> bodies() {
		List<String> bodies = new ArrayList<>();
		for (Pattern pattern : List.of(BLOCK_WITH_RETURN, BLOCK)) {
			Matcher matcher = pattern.matcher(this.code);
			if (matcher.matches()) {
				bodies.add(matcher.group(1));
			}
		}
		bodies.add(this.code.strip());
		bodies.removeIf(String::isBlank);
		return bodies;
	}

	private @Nullable String find(Pattern pattern) {
		Matcher matcher = pattern.matcher(this.header);
		return matcher.find() ? matcher.group(1) : null;
	}

}
