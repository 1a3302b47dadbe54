package dev.triggerview.event;

import java.util.Arrays;
import java.util.List;

/** When something is told: one constant for each event class. */
enum Moment {

	BEFORE_INSERT(BeforeInsert.class),

	AFTER_INSERT(AfterInsert.class),

	BEFORE_UPDATE(BeforeUpdate.class),

	AFTER_UPDATE(AfterUpdate.class),

	BEFORE_DELETE(BeforeDelete.class),

	AFTER_DELETE(AfterDelete.class);

	private final Class<?> event;

	Moment(Class<?> event) {
		this.event = event;
	}

	Class<?> event() {
		return this.event;
	}

	/** Return the moments that a declared type covers, none for a foreign type. */
	static List<Moment> of(Class<?> declared) {
		// Object and the like cover everything and mean nothing in particular.
		if (!declared.getPackageName().equals(Moment.class.getPackageName())) {
			return List.of();
		}
		return Arrays.stream(values()).filter((moment) -> declared.isAssignableFrom(moment.event)).toList();
	}

}
