package dev.triggerview.trigger;

import java.util.Objects;
import java.util.Optional;

/** Finds what no database stores: it would cut the text or put a question mark there. */
final class Storable {

	private Storable() {
	}

	static Optional<String> problem(TriggerDefinition trigger) {
		return problem(text(trigger.action())).or(() -> problem(Objects.requireNonNullElse(trigger.when(), "")))
			.or(() -> problem(Objects.requireNonNullElse(trigger.remarks(), "")))
			.map((reason) -> "the text " + reason);
	}

	static Optional<String> problem(String text) {
		if (text.indexOf('\0') >= 0) {
			return Optional.of("has the character U+0000");
		}
		return hasLoneSurrogate(text) ? Optional.of("has half of a character (a lone surrogate)") : Optional.empty();
	}

	private static boolean hasLoneSurrogate(String text) {
		for (int index = 0; index < text.length(); index++) {
			if (Character.isHighSurrogate(text.charAt(index)) && index + 1 < text.length()
					&& Character.isLowSurrogate(text.charAt(index + 1))) {
				index++;
			}
			else if (Character.isSurrogate(text.charAt(index))) {
				return true;
			}
		}
		return false;
	}

	private static String text(TriggerAction action) {
		if (action instanceof TriggerAction.Body body) {
			return body.text();
		}
		return (action instanceof TriggerAction.CompleteStatement complete) ? complete.sql() : "";
	}

}
