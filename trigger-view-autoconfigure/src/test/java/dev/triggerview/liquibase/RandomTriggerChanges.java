package dev.triggerview.liquibase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Changes of the triggers of a table and of its name that can be made one after another,
 * in the form of {@link Changelog}.
 */
final class RandomTriggerChanges {

	private static final List<String> EVENTS = List.of("INSERT", "UPDATE", "INSERT,UPDATE", "INSERT,DELETE");

	private static final List<String> TAGS = List.of("first", "second", "third");

	private final Random random;

	/** Whether they are enabled. */
	private final Map<String, Boolean> triggers = new TreeMap<>();

	private String table = "item";

	/** Begin with a table {@code item} that has no triggers. */
	RandomTriggerChanges(long seed) {
		this.random = new Random(seed);
	}

	/** Return less than a number of changes. */
	List<String> upTo(int count) {
		int number = this.random.nextInt(count);
		return Stream.generate(this::next).limit(number).toList();
	}

	/** Return the next change. */
	String next() {
		List<String> present = new ArrayList<>(this.triggers.keySet());
		if (present.isEmpty()) {
			return created(name(), "replaceIfExists: true");
		}
		String trigger = oneOf(present);
		String place = "triggerName: " + trigger + ", tableName: " + this.table;
		switch (this.random.nextInt(8)) {
			case 0:
				return renamedTable();
			case 1:
				this.triggers.remove(trigger);
				return "dropTrigger: { " + place + " }";
			case 2:
				return renamed(trigger);
			case 3, 4, 5:
				boolean enabled = !Boolean.TRUE.equals(this.triggers.get(trigger));
				this.triggers.put(trigger, enabled);
				return (enabled ? "enableTrigger" : "disableTrigger") + ": { " + place + " }";
			default:
				return created(name(), "replaceIfExists: true");
		}
	}

	private String created(String trigger, String attributes) {
		boolean disabled = !this.triggers.containsKey(trigger) && this.random.nextInt(4) == 0;
		this.triggers.putIfAbsent(trigger, !disabled);
		return Tagging
			.create(trigger, oneOf(EVENTS), oneOf(TAGS), disabled ? attributes + ", disabled: true" : attributes)
			.replace("tableName: item,", "tableName: " + this.table + ",");
	}

	private String renamed(String trigger) {
		String other = name();
		if (this.triggers.containsKey(other)) {
			return created(other, "replaceIfExists: true");
		}
		this.triggers.put(other, this.triggers.remove(trigger));
		return "renameTrigger: { oldTriggerName: %s, newTriggerName: %s, tableName: %s }".formatted(trigger, other,
				this.table);
	}

	private String renamedTable() {
		String old = this.table;
		this.table = old.equals("item") ? "article" : "item";
		return "renameTable: { oldTableName: %s, newTableName: %s }".formatted(old, this.table);
	}

	private String name() {
		return "item_" + oneOf(List.of("a", "b", "c", "d"));
	}

	private String oneOf(List<String> choices) {
		return choices.get(this.random.nextInt(choices.size()));
	}

}
