package dev.triggerview.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;

import dev.triggerview.testing.TestDatabase;
import org.jspecify.annotations.Nullable;

/**
 * Variants of the same work, measured at several sizes. The first figure that a variant
 * reports is the one that is compared with the baseline.
 */
public final class Comparison {

	private final String title;

	private final String sizeName;

	private final String baseline;

	private final List<Target> targets = new ArrayList<>();

	private final Map<Case, Map<String, List<Double>>> rounds = new LinkedHashMap<>();

	private final Map<Case, Map<String, List<Double>>> ratios = new HashMap<>();

	private final Map<String, Object> answers = new TreeMap<>();

	/**
	 * Start a comparison.
	 * @param title what is done
	 * @param sizeName what the size counts
	 * @param baseline the variant that the others are compared with
	 */
	public Comparison(String title, String sizeName, String baseline) {
		this.title = title;
		this.sizeName = sizeName;
		this.baseline = baseline;
	}

	/** Add a target, to be judged by the largest size. */
	public Comparison target(Target target) {
		this.targets.add(target);
		return this;
	}

	/**
	 * Require that all variants return the same for a database and size.
	 * @throws VariantsDisagreeException if a former variant returned something else
	 */
	public void answer(Case measured, Object answer) {
		Object expected = this.answers.putIfAbsent(measured.database() + "/" + measured.size(), answer);
		if (expected != null && !expected.equals(answer)) {
			throw new VariantsDisagreeException(this.title, expected, measured.variant(), answer);
		}
	}

	/** Add the figures that one round of a variant gave, the one to compare first. */
	public void add(Case measured, Map<String, Double> figures) {
		add(this.rounds, measured, figures);
	}

	/** Add the ratios to the baseline that one round gave, where it took them itself. */
	public void addRatios(Case measured, Map<String, Double> ratios) {
		add(this.ratios, measured, ratios);
	}

	private static void add(Map<Case, Map<String, List<Double>>> rounds, Case measured, Map<String, Double> figures) {
		Map<String, List<Double>> lists = rounds.computeIfAbsent(measured, (key) -> new LinkedHashMap<>());
		figures.forEach((figure, value) -> lists.computeIfAbsent(figure, (key) -> new ArrayList<>()).add(value));
	}

	String title() {
		return this.title;
	}

	String sizeName() {
		return this.sizeName;
	}

	String baseline() {
		return this.baseline;
	}

	List<Case> cases() {
		return List.copyOf(this.rounds.keySet());
	}

	List<TestDatabase> databases() {
		return cases().stream().map(Case::database).distinct().toList();
	}

	List<String> figures() {
		return this.rounds.values().stream().flatMap((figures) -> figures.keySet().stream()).distinct().toList();
	}

	int largestSize() {
		return cases().stream().mapToInt(Case::size).max().orElse(0);
	}

	List<Verdict> verdicts() {
		return this.targets.stream()
			.flatMap((target) -> databases().stream().map((database) -> target.judge(this, database)))
			.filter(Objects::nonNull)
			.toList();
	}

	@Nullable Spread spread(Case measured, String figure) {
		List<Double> values = values(measured, figure);
		return values.isEmpty() ? null : Spread.of(values);
	}

	/** Return the ratio to the baseline of the first figure, taken round by round. */
	@Nullable Spread ratio(Case measured) {
		return ratio(measured, figures().get(0));
	}

	/** Return the ratio to the baseline of a figure, taken round by round. */
	@Nullable Spread ratio(Case measured, String figure) {
		return this.ratios.containsKey(measured) ? Spread.of(this.ratios.get(measured).get(figure))
				: against(measured, figure, (a, b) -> a / b);
	}

	/** Return what comes on top of the baseline, taken round by round. */
	@Nullable Spread difference(Case measured) {
		return against(measured, figures().get(0), (a, b) -> a - b);
	}

	private @Nullable Spread against(Case measured, String figure, DoubleBinaryOperator comparing) {
		List<Double> values = values(measured, figure);
		List<Double> bases = values(baseline(measured), figure);
		List<Double> compared = new ArrayList<>();
		for (int round = 0; round < Math.min(values.size(), bases.size()); round++) {
			compared.add(comparing.applyAsDouble(values.get(round), bases.get(round)));
		}
		return compared.isEmpty() ? null : Spread.of(compared);
	}

	/** Return the case of the baseline on the same database with the same size. */
	public Case baseline(Case measured) {
		return new Case(this.baseline, measured.database(), measured.size());
	}

	private List<Double> values(Case measured, String figure) {
		return this.rounds.getOrDefault(measured, Map.of()).getOrDefault(figure, List.of());
	}

	/** What was measured: a variant, where, and how large. */
	public record Case(String variant, TestDatabase database, int size) {

	}

	/** What became of a target on a database. */
	record Verdict(String target, TestDatabase database, String measured, boolean met) {

	}

}
