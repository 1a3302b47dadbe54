package dev.triggerview.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.triggerview.benchmarks.Comparison.Case;
import dev.triggerview.benchmarks.Comparison.Verdict;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.json.JsonWriter;

/** Writes a report as JSON. */
final class JsonReport {

	private JsonReport() {
	}

	static String of(Report report) {
		Map<String, Object> page = new LinkedHashMap<>();
		page.put("topic", report.topic());
		page.put("date", report.date().toString());
		page.put("command", report.command());
		page.put("rounds", report.effort().rounds());
		page.put("seconds", report.duration().toSeconds());
		page.put("machine",
				Map.of("processor", report.machine().processor(), "processors", report.machine().processors(),
						"memoryGiB", report.machine().memoryGiB(), "system", report.machine().system(), "java",
						report.machine().java()));
		page.put("comparisons", report.comparisons().stream().map(JsonReport::of).toList());
		return JsonWriter.standard().writeToString(page);
	}

	private static Map<String, Object> of(Comparison comparison) {
		Map<String, Object> page = new LinkedHashMap<>();
		page.put("title", comparison.title());
		page.put("size", comparison.sizeName());
		page.put("baseline", comparison.baseline());
		page.put("results", comparison.cases().stream().map((measured) -> of(comparison, measured)).toList());
		page.put("targets", comparison.verdicts().stream().map(JsonReport::of).toList());
		return page;
	}

	private static Map<String, Object> of(Comparison comparison, Case measured) {
		Map<String, Object> result = new LinkedHashMap<>();
		result.put("variant", measured.variant());
		result.put("database", measured.database().name());
		result.put("size", measured.size());
		put(result, "ratio", comparison.ratio(measured));
		Map<String, Object> figures = new LinkedHashMap<>();
		List<String> names = comparison.figures();
		names.forEach((figure) -> put(figures, figure, comparison.spread(measured, figure)));
		result.put("figures", figures);
		return result;
	}

	private static Map<String, Object> of(Verdict verdict) {
		return Map.of("target", verdict.target(), "database", verdict.database().name(), "measured", verdict.measured(),
				"met", verdict.met());
	}

	private static void put(Map<String, Object> page, String name, @Nullable Spread spread) {
		if (spread != null) {
			page.put(name, Map.of("min", spread.min(), "median", spread.median(), "max", spread.max()));
		}
	}

}
