package dev.triggerview.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import dev.triggerview.benchmarks.Comparison.Case;
import dev.triggerview.benchmarks.Comparison.Verdict;
import dev.triggerview.testing.TestDatabase;
import org.jspecify.annotations.Nullable;

/** What a comparison is hoped to show. It is judged by medians and never fails a run. */
@FunctionalInterface
public interface Target {

	/** Return the verdict, or {@code null} if the database was not asked for. */
	@Nullable Verdict judge(Comparison comparison, TestDatabase database);

	/** The variant takes at most this many times what the baseline takes. */
	static Target ratio(String variant, double limit) {
		return (comparison, database) -> {
			Spread ratio = comparison.ratio(largest(comparison, variant, database));
			String text = "%s: at most %.2f × %s".formatted(variant, limit, comparison.baseline());
			return verdict(text, database, ratio, " ×", limit);
		};
	}

	/** The variant takes at most this much more than the baseline. */
	static Target onTop(String variant, double limit, String unit) {
		return (comparison, database) -> {
			Spread difference = comparison.difference(largest(comparison, variant, database));
			String text = "%s: at most %.0f %s on top of %s".formatted(variant, limit, unit, comparison.baseline());
			return verdict(text, database, difference, " " + unit, limit);
		};
	}

	/** One item costs the same in the largest size as in the smallest. */
	static Target linear(String variant, double limit) {
		return (comparison, database) -> {
			List<Case> cases = comparison.cases()
				.stream()
				.filter((candidate) -> candidate.variant().equals(variant) && candidate.database() == database)
				.sorted(Comparator.comparingInt(Case::size))
				.toList();
			if (cases.size() < 2) {
				return null;
			}
			String figure = comparison.figures().get(0);
			Spread small = comparison.spread(cases.get(0), figure);
			Spread large = comparison.spread(cases.get(cases.size() - 1), figure);
			double growth = large.median() / small.median();
			String text = "%s: per item at most %.2f × from %,d to %,d".formatted(variant, limit, cases.get(0).size(),
					cases.get(cases.size() - 1).size());
			return new Verdict(text, database, String.format(Locale.ROOT, "%.2f ×", growth), growth <= limit);
		};
	}

	/** No other variant but those named is faster. */
	static Target fastestBut(String variant, String... others) {
		return (comparison, database) -> {
			Case own = largest(comparison, variant, database);
			Case fastest = comparison.cases()
				.stream()
				.filter((other) -> other.database() == database && other.size() == own.size())
				.filter((other) -> !List.of(others).contains(other.variant()))
				.min(Comparator
					.comparingDouble((other) -> comparison.spread(other, comparison.figures().get(0)).median()))
				.orElse(own);
			return new Verdict(variant + ": the fastest but for " + String.join(", ", others), database,
					"fastest is " + fastest.variant(), fastest.equals(own));
		};
	}

	/** Judge only on one database. */
	default Target on(TestDatabase only) {
		return (comparison, database) -> (database == only) ? judge(comparison, database) : null;
	}

	private static Case largest(Comparison comparison, String variant, TestDatabase database) {
		return new Case(variant, database, comparison.largestSize());
	}

	private static @Nullable Verdict verdict(String text, TestDatabase database, @Nullable Spread measured, String unit,
			double limit) {
		return (measured == null) ? null : new Verdict(text, database,
				String.format(Locale.ROOT, "%.3f%s", measured.median(), unit), measured.median() <= limit);
	}

}
