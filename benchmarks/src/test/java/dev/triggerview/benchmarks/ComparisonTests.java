package dev.triggerview.benchmarks;

import java.util.Map;

import dev.triggerview.benchmarks.Comparison.Case;
import dev.triggerview.testing.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ComparisonTests {

	private final Report report = new Report("letters", Effort.smokeRun());

	private final Comparison comparison = this.report.compare("Letters", "letters", "a");

	@Test
	void refusesVariantsThatDisagree() {
		this.comparison.answer(variant("a", 1), "three rows");
		this.comparison.answer(variant("a", 2), "four rows");
		assertThatExceptionOfType(VariantsDisagreeException.class)
			.isThrownBy(() -> this.comparison.answer(variant("b", 1), "two rows"))
			.withMessage("Letters: \"b\" returned two rows instead of three rows");
	}

	@Test
	void takesRatiosRoundByRound() {
		add("a", 10, 1, 2, 4);
		add("b", 10, 2, 4, 4);
		assertThat(this.comparison.ratio(variant("b", 10))).isEqualTo(new Spread(1, 2, 2));
		assertThat(this.comparison.difference(variant("b", 10))).isEqualTo(new Spread(0, 1, 2));
	}

	@Test
	void prefersTheRatiosThatARoundTook() {
		add("a", 10, 1);
		add("b", 10, 2);
		this.comparison.addRatios(variant("b", 10), Map.of("ms", 1.5));
		assertThat(this.comparison.ratio(variant("b", 10))).isEqualTo(new Spread(1.5, 1.5, 1.5));
		assertThat(this.comparison.spread(variant("b", 10), "ms")).isEqualTo(new Spread(2, 2, 2));
	}

	@Test
	void judgesTargetsByTheMedianOfTheLargestSize() {
		this.comparison.target(Target.ratio("b", 1.5)).target(Target.onTop("b", 1, "ms"));
		add("a", 10, 1);
		add("b", 10, 9);
		add("a", 20, 2, 2, 2);
		add("b", 20, 3, 3, 9);
		assertThat(this.comparison.verdicts()).extracting(Comparison.Verdict::met).containsExactly(true, true);
	}

	@Test
	void tellsWhatIsMissed() {
		this.comparison.target(Target.ratio("b", 1.4)).target(Target.linear("b", 1.4)).target(Target.fastestBut("b"));
		add("a", 10, 1);
		add("b", 10, 2);
		add("a", 20, 2);
		add("b", 20, 3);
		assertThat(this.comparison.verdicts()).extracting(Comparison.Verdict::measured)
			.containsExactly("1.500 ×", "1.50 ×", "fastest is a");
		assertThat(MarkdownReport.of(this.report)).contains("| b: at most 1.40 × a | H2 | 1.500 × | **missed** |");
	}

	@Test
	void writesRatiosAndSpreads() {
		add("a", 1000, 10, 12, 11);
		add("b", 1000, 20, 24, 22);
		assertThat(MarkdownReport.of(this.report)).contains("| b | 1,000 | 22.0 (20.0–24.0) | 2.000 (2.000–2.000) |");
		assertThat(JsonReport.of(this.report)).contains("\"variant\":\"b\",\"database\":\"H2\",\"size\":1000");
	}

	@Test
	void namesNoUserHostOrPath() {
		assertThat(Machine.current().toString()).doesNotContain(System.getProperty("user.home"),
				System.getProperty("user.dir"));
	}

	private void add(String variant, int size, double... rounds) {
		for (double value : rounds) {
			this.comparison.add(variant(variant, size), Map.of("ms", value));
		}
	}

	private static Case variant(String name, int size) {
		return new Case(name, TestDatabase.H2, size);
	}

}
