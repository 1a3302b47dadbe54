package dev.triggerview.trigger;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * MariaDB Server documentation, CREATE TRIGGER. Several events (12.0) and update columns
 * (11.8) are not used, so that one changelog has the same triggers on every version.
 */
final class MariaDbDialect extends MySqlDialect {

	@Override
	public String name() {
		return "MariaDB";
	}

	@Override
	public String shortName() {
		return "mariadb";
	}

	/** A trigger is a file, whose name may have 255 bytes with its suffix. */
	@Override
	Optional<String> nameProblem(String name) {
		int length = name.codePoints().map(MariaDbDialect::bytesInFileName).sum();
		return (length + ".TRN~".length() > 255) ? Optional.of("is too long for the name of a file on the server")
				: super.nameProblem(name);
	}

	/** MySQL 8.4 manual, Mapping of Identifiers to File Names. */
	private static int bytesInFileName(int character) {
		if (character < 0x80) {
			return (Character.isLetterOrDigit(character) || character == '_') ? 1 : "@002e".length();
		}
		boolean letter = (character >= 0xC0 && character <= 0x58F) || (character >= 0x1E00 && character <= 0x1FFF)
				|| (character >= 0x2160 && character <= 0x217F) || (character >= 0x24B6 && character <= 0x24E9)
				|| (character >= 0xFF21 && character <= 0xFF5A);
		return letter ? "@0G".length() : "@4e2d".length();
	}

	@Override
	Set<TriggerFeature> features() {
		Set<TriggerFeature> features = EnumSet.copyOf(super.features());
		features.add(TriggerFeature.REPLACE);
		return features;
	}

}
