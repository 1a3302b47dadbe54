package dev.triggerview.liquibase;

import java.util.Arrays;

/** What a change does on a database that cannot express its trigger. */
enum OnUnsupported {

	/** The update is refused by validation, before its first statement. */
	FAIL,

	/** The trigger is left out, and the log says so. */
	SKIP;

	static OnUnsupported parse(String text) {
		return Arrays.stream(values())
			.filter((value) -> value.name().equalsIgnoreCase(text.strip()))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					"'" + text + "' is no value of onUnsupported; allowed are FAIL, SKIP"));
	}

}
