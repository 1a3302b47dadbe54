package dev.triggerview.trigger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The place of a declared trigger beside another one of its table that it names. HSQLDB
 * takes any trigger of the schema for that one, and MySQL looks for it when other parts
 * of the trigger are created already.
 *
 * <p>
 * Each part goes beside the part of the other trigger that has its event. One of an event
 * that the other trigger does not have never meets it, and runs last.
 *
 * @param triggers all triggers of the table
 * @param placeable whether the session may name triggers to place others by
 * @param existing the triggers that the declared one replaces
 */
record NamedPlace(TriggerDialect dialect, List<KeptTrigger> triggers, boolean placeable, List<KeptTrigger> existing) {

	/**
	 * Return the parts of a trigger at their place, which is that of the one they replace
	 * if the declaration names none.
	 * @throws UnsupportedTriggerException if the trigger that it names is not there
	 */
	List<KeptTrigger> placed(TriggerDefinition definition) {
		List<KeptTrigger> declared = this.dialect.declared(definition);
		Optional<String> name = definition.order().other();
		if (name.isEmpty()) {
			return declared.stream().map(this::inPlace).toList();
		}
		return this.dialect.findsNeighbours() ? beside(definition, name.get()) : declared;
	}

	private List<KeptTrigger> beside(TriggerDefinition definition, String name) {
		if (!this.placeable) {
			throw refused(definition, "the database finds no trigger of a schema that is not that of the session",
					"make the schema the default one of the update, or leave the attribute out");
		}
		List<KeptTrigger> parts = this.dialect.declared(definition.toBuilder().order(TriggerOrder.ANY).build());
		if (parts.stream().noneMatch((part) -> other(part, name).isPresent())) {
			throw missing(definition, name, parts);
		}
		boolean behind = definition.order().follows() != null;
		return parts.stream()
			.map((part) -> other(part, name).map((other) -> beside(part, other, behind)).orElseGet(() -> inPlace(part)))
			.toList();
	}

	/** With other events, the one that has the place may have another name. */
	private KeptTrigger inPlace(KeptTrigger part) {
		return Stream
			.concat(this.existing.stream().filter((old) -> old.name().equals(part.name())),
					this.existing.stream().filter((old) -> old.isAtPlaceOf(part)))
			.findFirst()
			.map(part::inPlaceOf)
			.orElse(part);
	}

	private KeptTrigger beside(KeptTrigger part, KeptTrigger other, boolean behind) {
		List<String> before = staying(other.predecessors(), part);
		List<String> after = staying(other.successors(), part);
		return behind ? part.between(with(other, before), after) : part.between(before, with(other, after));
	}

	private List<String> staying(List<String> names, KeptTrigger part) {
		Collection<String> going = this.existing.stream().map(KeptTrigger::name).collect(Collectors.toSet());
		return names.stream().filter((name) -> !name.equals(part.name()) && !going.contains(name)).toList();
	}

	private static List<String> with(KeptTrigger nearest, List<String> others) {
		List<String> names = new ArrayList<>(List.of(nearest.name()));
		names.addAll(others);
		return names;
	}

	/** The trigger of a name, or the one that stands for it at the event of a part. */
	private Optional<KeptTrigger> other(KeptTrigger part, String name) {
		SplitEvents split = this.dialect.splitEvents();
		List<String> names = Stream
			.concat(Stream.of(name), part.trigger().events().stream().map((event) -> split.name(name, event)))
			.toList();
		return Stream.<BiPredicate<String, String>>of(String::equals, this.dialect::isSameName)
			.flatMap((same) -> names.stream()
				.flatMap((each) -> others(part).filter((trigger) -> same.test(each, trigger.name()))))
			.findFirst();
	}

	private Stream<KeptTrigger> others(KeptTrigger part) {
		return this.triggers.stream()
			.filter((trigger) -> trigger.present() || trigger.interrupted())
			.filter((trigger) -> trigger.runsAtMomentOf(part) && trigger.trigger().level() == part.trigger().level())
			.filter((trigger) -> !trigger.name().equals(part.name()) && !this.existing.contains(trigger)
					&& !this.dialect.isDeputy(trigger.name()));
	}

	private UnsupportedTriggerException missing(TriggerDefinition definition, String name, List<KeptTrigger> parts) {
		if (this.triggers.stream().anyMatch((trigger) -> isDisabled(trigger, name))) {
			return refused(definition, "the trigger " + name + " is disabled",
					"enable it before, or leave the attribute out");
		}
		String others = parts.stream()
			.flatMap(this::others)
			.map(KeptTrigger::name)
			.distinct()
			.collect(Collectors.joining(", "));
		return refused(definition, "there is no trigger " + name + " with this timing, event and level",
				others.isEmpty() ? "leave the attribute out" : "name one of " + others);
	}

	private boolean isDisabled(KeptTrigger trigger, String name) {
		return !trigger.present() && !trigger.interrupted() && this.dialect.isSameName(trigger.name(), name);
	}

	private UnsupportedTriggerException refused(TriggerDefinition definition, String reason, String remedy) {
		return new UnsupportedTriggerException(
				List.of(this.dialect.problem(definition, definition.order().attribute(), reason, remedy)));
	}

}
