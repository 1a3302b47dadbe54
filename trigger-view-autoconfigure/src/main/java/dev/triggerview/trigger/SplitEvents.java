package dev.triggerview.trigger;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The triggers that stand for one with several events where a trigger has one event only.
 */
record SplitEvents(TriggerDialect dialect) {

	private static final Set<TriggerEvent> EVENTS = Set.of(TriggerEvent.INSERT, TriggerEvent.UPDATE,
			TriggerEvent.DELETE);

	private boolean splits() {
		return this.dialect.support(TriggerFeature.SEVERAL_EVENTS) == TriggerDialect.Support.REWRITTEN;
	}

	Stream<TriggerDefinition> parts(TriggerDefinition trigger) {
		boolean complete = trigger.action() instanceof TriggerAction.CompleteStatement;
		if (complete || trigger.events().size() == 1 || !splits()) {
			return Stream.of(trigger);
		}
		return trigger.events().stream().map((event) -> part(trigger, event));
	}

	/** The steps of a creation; one that fails drops the parts before it. */
	List<TriggerStep> creation(TriggerDefinition trigger, List<String> statements) {
		List<String> names = parts(trigger).map(TriggerDefinition::name).toList();
		if (statements.size() == 1 || names.size() != statements.size()) {
			return List.of(TriggerStep.of(statements));
		}
		return IntStream.range(0, names.size())
			.mapToObj((part) -> TriggerStep.undone(statements.get(part),
					names.stream()
						.limit(part)
						.flatMap((name) -> this.dialect.dropOne(name, trigger.table()).stream())
						.toList()))
			.toList();
	}

	private TriggerDefinition part(TriggerDefinition trigger, TriggerEvent event) {
		return trigger.toBuilder()
			.name(name(trigger.name(), event))
			.events(event)
			.updateColumns((event == TriggerEvent.UPDATE) ? trigger.updateColumns() : List.of())
			.build();
	}

	TriggerDefinition beside(TriggerDefinition trigger, Function<String, ? extends Collection<String>> parts) {
		TriggerOrder order = trigger.order();
		Optional<String> part = order.other()
			.flatMap((other) -> trigger.events()
				.stream()
				.map((event) -> name(other, event))
				.filter(parts.apply(other)::contains)
				.findFirst());
		return part.map((name) -> trigger.toBuilder().order(order.beside(name)).build()).orElse(trigger);
	}

	/** The name of a trigger, or of the one that stands for it, after a renaming. */
	String renamed(String name, String from, String to) {
		return TriggerEvent.ordered(EVENTS)
			.stream()
			.filter((event) -> splits() && name.equals(name(from, event)))
			.map((event) -> name(to, event))
			.findFirst()
			.orElse(to);
	}

	/**
	 * The name of the part for an event. The suffix is in the case of the trigger's name,
	 * so that neither needs quotes.
	 */
	String name(String trigger, TriggerEvent event) {
		String suffix = "__" + event.name().substring(0, 3);
		boolean upper = trigger.equals(trigger.toUpperCase(Locale.ROOT));
		return this.dialect.nameLimit().derive(trigger, upper ? suffix : suffix.toLowerCase(Locale.ROOT));
	}

}
