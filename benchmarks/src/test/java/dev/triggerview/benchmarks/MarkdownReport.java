package dev.triggerview.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.triggerview.benchmarks.Comparison.Case;
import dev.triggerview.benchmarks.Comparison.Verdict;
import dev.triggerview.testing.TestDatabase;
import org.jspecify.annotations.Nullable;

/** Writes a report as the text of a page. */
final class MarkdownReport {

	private MarkdownReport() {
	}

	static String of(Report report) {
		StringBuilder page = new StringBuilder();
		page.append("## ").append(report.topic()).append("\n\n");
		page.append("%s, `%s`, %d rounds, %d s.  %n%s%n".formatted(report.date(), report.command(),
				report.effort().rounds(), report.duration().toSeconds(), report.machine()));
		report.comparisons().forEach((comparison) -> append(page, comparison));
		return page.toString();
	}

	static String join(List<String> topics) {
		return """
				# Measured results

				Written by the benchmarks; `README.md` says how to repeat and how to read them.
				Each figure is the median of the rounds, with the smallest and the largest in brackets; a ratio is taken round by round.

				"""
				+ String.join("\n", topics);
	}

	private static void append(StringBuilder page, Comparison comparison) {
		page.append("\n### ").append(comparison.title()).append('\n');
		comparison.databases().forEach((database) -> append(page, comparison, database));
		List<Verdict> verdicts = comparison.verdicts();
		if (!verdicts.isEmpty()) {
			page.append('\n').append(row(List.of("target", "database", "measured", ""))).append(rule(4));
			verdicts.forEach((verdict) -> page.append(row(List.of(verdict.target(), verdict.database().name(),
					verdict.measured(), verdict.met() ? "met" : "**missed**"))));
		}
	}

	private static void append(StringBuilder page, Comparison comparison, TestDatabase database) {
		List<String> figures = comparison.figures();
		List<String> head = new ArrayList<>(List.of(database.name(), comparison.sizeName(), figures.get(0), "ratio"));
		head.addAll(figures.subList(1, figures.size()));
		page.append('\n').append(row(head)).append(rule(head.size()));
		comparison.cases()
			.stream()
			.filter((measured) -> measured.database() == database)
			.sorted(Comparator.comparingInt(Case::size))
			.forEach((measured) -> page.append(row(cells(comparison, measured))));
	}

	private static List<String> cells(Comparison comparison, Case measured) {
		List<String> figures = comparison.figures();
		List<String> cells = new ArrayList<>(List.of(measured.variant(), "%,d".formatted(measured.size()),
				withRange(comparison.spread(measured, figures.get(0))), ratio(comparison.ratio(measured))));
		figures.subList(1, figures.size()).forEach((figure) -> cells.add(withRatio(comparison, measured, figure)));
		return cells;
	}

	private static String withRatio(Comparison comparison, Case measured, String figure) {
		Spread ratio = comparison.ratio(measured, figure);
		return median(comparison.spread(measured, figure))
				+ ((ratio != null) ? " = " + ratio(ratio.median()) + " ×" : "");
	}

	private static String row(List<String> cells) {
		return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
	}

	private static String rule(int columns) {
		return Stream.generate(() -> "---").limit(columns).collect(Collectors.joining("|", "|", "|\n"));
	}

	private static String withRange(@Nullable Spread spread) {
		return (spread == null) ? "" : median(spread) + " (" + number(spread.min()) + "–" + number(spread.max()) + ")";
	}

	private static String ratio(@Nullable Spread spread) {
		return (spread == null) ? ""
				: ratio(spread.median()) + " (" + ratio(spread.min()) + "–" + ratio(spread.max()) + ")";
	}

	/** A target of a twentieth needs three digits after the point. */
	private static String ratio(double value) {
		return String.format(Locale.ROOT, "%.3f", value);
	}

	private static String median(@Nullable Spread spread) {
		return (spread == null) ? "" : number(spread.median());
	}

	/** Three significant digits are more than a shared machine can repeat. */
	private static String number(double value) {
		int digits = (Math.abs(value) >= 100) ? 0 : (Math.abs(value) >= 10) ? 1 : 2;
		return String.format(Locale.ROOT, "%,." + digits + "f", value);
	}

}
