package dev.triggerview.view;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that somebody may have meant. */
public final class NearNames {

	static final int LIMIT = 3;

	private NearNames() {
	}

	/**
	 * Return the names that can be reached from a name by changing a third of its letters
	 * or that contain it, nearest first, at most three.
	 */
	public static List<String> of(String name, Collection<String> names) {
		String wanted = simple(name);
		int most = Math.max(2, wanted.length() / 3);
		return names.stream()
			.filter((other) -> distance(wanted, simple(other)) <= most || simple(other).contains(wanted))
			.sorted(Comparator.comparingInt((String other) -> distance(wanted, simple(other)))
				.thenComparing(Comparator.naturalOrder()))
			.limit(LIMIT)
			.toList();
	}

	private static String simple(String name) {
		return name.toLowerCase(Locale.ROOT).replace("_", "");
	}

	/** The distance of Levenshtein: single letters inserted, left out or replaced. */
	private static int distance(String first, String second) {
		int[] previous = new int[second.length() + 1];
		for (int j = 0; j <= second.length(); j++) {
			previous[j] = j;
		}
		for (int i = 1; i <= first.length(); i++) {
			int[] current = new int[second.length() + 1];
			current[0] = i;
			for (int j = 1; j <= second.length(); j++) {
				int replaced = previous[j - 1] + ((first.charAt(i - 1) == second.charAt(j - 1)) ? 0 : 1);
				current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
			}
			previous = current;
		}
		return previous[second.length()];
	}

}
