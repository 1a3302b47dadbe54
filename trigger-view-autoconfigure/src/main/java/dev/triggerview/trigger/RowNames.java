package dev.triggerview.trigger;

import java.util.Objects;

/** The part of {@code REFERENCING} that names the rows which an event has. */
final class RowNames {

	private RowNames() {
	}

	static String of(TriggerDefinition trigger, String oldRow, String newRow) {
		TransitionNames names = trigger.transitions();
		boolean inserts = trigger.events().contains(TriggerEvent.INSERT);
		boolean deletes = trigger.events().contains(TriggerEvent.DELETE);
		String before = oldRow + Objects.requireNonNullElse(names.oldRow(), "OLD");
		String after = newRow + Objects.requireNonNullElse(names.newRow(), "NEW");
		boolean several = trigger.events().size() > 1;
		return ((several || !inserts) ? before : "") + ((several || !deletes) ? after : "");
	}

}
