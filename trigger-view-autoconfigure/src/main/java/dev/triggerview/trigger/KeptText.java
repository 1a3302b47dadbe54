package dev.triggerview.trigger;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Triggers as text, in the form of a URL's query: letters, digits and few signs, so that
 * no database, character set, driver or script changes it, and people can still read it.
 */
final class KeptText {

	/** Begins each text; another number would say that the form has changed. */
	private static final String VERSION = "1";

	private KeptText() {
	}

	static String write(List<KeptTrigger> triggers) {
		return triggers.stream().map((trigger) -> "|" + write(trigger)).collect(Collectors.joining("", VERSION, ""));
	}

	static List<KeptTrigger> read(String text) {
		String[] parts = text.split("\\|");
		if (!parts[0].equals(VERSION)) {
			throw new IllegalStateException(
					"The store has triggers in a form that this version does not know: " + parts[0]);
		}
		return Arrays.stream(parts).skip(1).map(KeptText::trigger).toList();
	}

	private static String write(KeptTrigger kept) {
		Trigger trigger = kept.trigger();
		Map<String, @Nullable String> values = new LinkedHashMap<>();
		values.put("name", trigger.name());
		values.put("catalog", trigger.table().catalog());
		values.put("schema", trigger.table().schema());
		values.put("table", trigger.table().name());
		values.put("kind", trigger.kind().name());
		values.put("timing", trigger.timing().name());
		values.put("events", list(trigger.events().stream().map(Enum::name).toList()));
		values.put("updateColumns", list(trigger.updateColumns()));
		values.put("level", trigger.level().name());
		values.put("when", trigger.when().orElse(null));
		values.put("definition", trigger.definition());
		values.put("state", trigger.state().name());
		values.put("position", String.valueOf(trigger.position()));
		values.put("definer", trigger.definer().orElse(null));
		values.put("sqlMode", trigger.sqlMode().orElse(null));
		values.put("functionSchema", trigger.function().map(RelationName::schema).orElse(null));
		values.put("functionName", trigger.function().map(RelationName::name).orElse(null));
		values.put("constraint", trigger.constraint().map(Enum::name).orElse(null));
		values.put("remarks", trigger.remarks().orElse(null));
		values.put("function", list(kept.function()));
		values.put("predecessors", list(kept.predecessors()));
		values.put("successors", list(kept.successors()));
		return pairs(values);
	}

	static String pairs(Map<String, @Nullable String> values) {
		return values.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() != null)
			.map((entry) -> entry.getKey() + "=" + encode(String.valueOf(entry.getValue())))
			.collect(Collectors.joining("&"));
	}

	static Map<String, String> values(String pairs) {
		return Arrays.stream(pairs.split("&"))
			.map((pair) -> pair.split("=", 2))
			.collect(Collectors.toMap((pair) -> pair[0], (pair) -> decode(pair[1])));
	}

	private static KeptTrigger trigger(String text) {
		Map<String, String> values = values(text);
		RelationName table = new RelationName(values.get("catalog"), values.get("schema"), required(values, "table"));
		Optional<RelationName> function = Optional.ofNullable(values.get("functionName"))
			.map((name) -> RelationName.of(values.get("functionSchema"), name));
		Trigger trigger = new Trigger(required(values, "name"), table, RelationKind.valueOf(required(values, "kind")),
				TriggerTiming.valueOf(required(values, "timing")),
				TriggerEvent.ordered(list(values, "events").stream().map(TriggerEvent::valueOf).toList()),
				list(values, "updateColumns"), TriggerLevel.valueOf(required(values, "level")),
				Optional.ofNullable(values.get("when")), required(values, "definition"),
				TriggerState.valueOf(required(values, "state")), true, Integer.parseInt(required(values, "position")),
				Optional.ofNullable(values.get("definer")), Optional.ofNullable(values.get("sqlMode")), function,
				Optional.ofNullable(values.get("constraint")).map(TriggerConstraint::valueOf),
				Optional.ofNullable(values.get("remarks")));
		return new KeptTrigger(trigger, false, list(values, "function"), list(values, "predecessors"),
				list(values, "successors"));
	}

	static String required(Map<String, String> values, String key) {
		String value = values.get(key);
		if (value == null) {
			throw new IllegalStateException("The store has an object without " + key + ": " + values);
		}
		return value;
	}

	static String list(List<String> values) {
		return values.stream().map(KeptText::encode).collect(Collectors.joining(","));
	}

	static List<String> list(Map<String, String> values, String key) {
		return list(values.getOrDefault(key, ""));
	}

	static List<String> list(String text) {
		return text.isEmpty() ? List.of() : Arrays.stream(text.split(",")).map(KeptText::decode).toList();
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private static String decode(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

}
