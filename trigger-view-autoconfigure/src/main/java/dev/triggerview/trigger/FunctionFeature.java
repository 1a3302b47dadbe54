package dev.triggerview.trigger;

import java.util.function.Predicate;

/** What a definition may ask for beside name, arguments, type and body of a function. */
enum FunctionFeature {

	LANGUAGE("language", (function) -> function.language() != null),

	SECURITY_DEFINER("securityDefiner", FunctionDefinition::securityDefiner),

	SEARCH_PATH("searchPath", (function) -> function.searchPath() != null),

	REMARKS("remarks", (function) -> function.remarks() != null);

	private final String attribute;

	private final Predicate<FunctionDefinition> use;

	FunctionFeature(String attribute, Predicate<FunctionDefinition> use) {
		this.attribute = attribute;
		this.use = use;
	}

	String attribute() {
		return this.attribute;
	}

	boolean usedBy(FunctionDefinition function) {
		return this.use.test(function);
	}

}
