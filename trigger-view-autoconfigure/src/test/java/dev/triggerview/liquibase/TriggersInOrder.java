package dev.triggerview.liquibase;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.trigger.Trigger;
import dev.triggerview.trigger.TriggerCatalog;
import dev.triggerview.trigger.TriggerState;

/** The triggers that {@link Tagging#create} creates, to compare them. */
record TriggersInOrder(FreshDatabase database) {

	/** With what the triggers do, not with their text, and their order at each event. */
	List<String> state() {
		List<Trigger> all = all();
		return all.stream()
			.sorted(Comparator.comparing(Trigger::name))
			.map((trigger) -> trigger.name() + " on " + trigger.table().name() + " " + trigger.events() + " "
					+ trigger.state() + " " + tag(trigger) + before(trigger, all))
			.toList();
	}

	List<Trigger> all() {
		return new TriggerCatalog(this.database.dataSource()).triggers();
	}

	private static String tag(Trigger trigger) {
		String text = trigger.definition() + trigger.function();
		return Stream.of("first", "second", "third")
			.filter((tag) -> text.toLowerCase(Locale.ROOT).contains("'" + tag + "'")
					|| text.toLowerCase(Locale.ROOT).contains("$" + tag))
			.findFirst()
			.orElse("");
	}

	private static String before(Trigger trigger, List<Trigger> all) {
		return (trigger.state() == TriggerState.DISABLED) ? ""
				: " behind " + all.stream()
					.filter((other) -> other.state() != TriggerState.DISABLED && other.position() < trigger.position()
							&& other.events().equals(trigger.events()))
					.map(Trigger::name)
					.toList();
	}

}
