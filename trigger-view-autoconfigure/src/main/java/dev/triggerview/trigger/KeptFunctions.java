package dev.triggerview.trigger;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** Functions as text, in the form of {@link KeptText}. */
final class KeptFunctions {

	private static final String VERSION = "f1";

	private KeptFunctions() {
	}

	static String write(List<Function> functions) {
		return functions.stream().map((function) -> "|" + write(function)).collect(Collectors.joining("", VERSION, ""));
	}

	static List<Function> read(String text) {
		String[] parts = text.split("\\|");
		if (!parts[0].equals(VERSION)) {
			throw new IllegalStateException(
					"The store has functions in a form that this version does not know: " + parts[0]);
		}
		return Arrays.stream(parts).skip(1).map(KeptFunctions::function).toList();
	}

	private static String write(Function function) {
		Map<String, @Nullable String> values = new LinkedHashMap<>();
		values.put("catalog", function.name().catalog());
		values.put("schema", function.name().schema());
		values.put("name", function.name().name());
		values.put("argumentTypes", KeptText.list(function.argumentTypes()));
		values.put("specificName", function.specificName());
		values.put("language", function.language());
		values.put("definition", function.definition());
		values.put("remarks", function.remarks().orElse(null));
		values.put("rights", function.rights().orElse(null));
		return KeptText.pairs(values);
	}

	private static Function function(String text) {
		Map<String, String> values = KeptText.values(text);
		RelationName name = new RelationName(values.get("catalog"), values.get("schema"),
				KeptText.required(values, "name"));
		return new Function(name, KeptText.list(values, "argumentTypes"), KeptText.required(values, "specificName"),
				KeptText.required(values, "language"), KeptText.required(values, "definition"), List.of(),
				Optional.ofNullable(values.get("remarks")), Optional.ofNullable(values.get("rights")));
	}

}
