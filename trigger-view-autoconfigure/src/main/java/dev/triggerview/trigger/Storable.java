package dev.triggerview.trigger;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what no database stores: it would cut the text or put a question mark there. */
final class Storable {

	private Storable() {
	}

	static Optional<String> problem(TriggerDefinition trigger) {
		return Stream.of(text(trigger.action()), trigger.when(), trigger.remarks())
			.filter(Objects::nonNull)
			.flatMap((text) -> problem(text).stream())
			.map((reason) -> "the text " + reason)
			.findFirst();
	}

	static Optional<String> problem(String text) {
		if (text.indexOf('\0') >= 0) {
			return Optional.of("has the character U+0000");
		}
		boolean broken = text.codePoints()
			.anyMatch((character) -> Character.MIN_SURROGATE <= character && character <= Character.MAX_SURROGATE);
		return broken ? Optional.of("has half of a character (a lone surrogate)") : Optional.empty();
	}

	private static String text(TriggerAction action) {
		if (action instanceof TriggerAction.Body body) {
			return body.text();
		}
		return (action instanceof TriggerAction.CompleteStatement complete) ? complete.sql() : "";
	}

}
