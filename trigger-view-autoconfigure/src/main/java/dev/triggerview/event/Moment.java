package dev.triggerview.event;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** When something is told: one constant for each event class. */
enum Moment {

	BEFORE_INSERT(BeforeInsert.class),

	AFTER_INSERT(AfterInsert.class),

	BEFORE_UPDATE(BeforeUpdate.class),

	AFTER_UPDATE(AfterUpdate.class),

	BEFORE_DELETE(BeforeDelete.class),

	AFTER_DELETE(AfterDelete.class),

	FLUSHED(FlushedChanges.class),

	COMMITTING(ChangesCommitting.class),

	COMMITTED(CommittedChanges.class),

	ROLLED_BACK(RolledBackChanges.class),

	BULK(BulkChange.class),

	COLLECTION(CollectionChange.class);

	/** What is told when a transaction ends. */
	static final Set<Moment> TRANSACTION = Collections.unmodifiableSet(EnumSet.of(COMMITTING, COMMITTED, ROLLED_BACK));

	private final Class<?> event;

	Moment(Class<?> event) {
		this.event = event;
	}

	Class<?> event() {
		return this.event;
	}

	static Moment after(Operation operation) {
		return switch (operation) {
			case INSERT -> AFTER_INSERT;
			case UPDATE -> AFTER_UPDATE;
			case DELETE -> AFTER_DELETE;
		};
	}

	/** Return the moments at which Hibernate has to call us to tell of this one. */
	Set<Moment> needs() {
		return switch (this) {
			case BEFORE_INSERT, AFTER_INSERT, BEFORE_UPDATE, AFTER_UPDATE -> EnumSet.of(this);
			// A changed entity is updated before it is deleted: the delete finds that
			// row.
			case BEFORE_DELETE -> EnumSet.of(BEFORE_DELETE, AFTER_UPDATE);
			case AFTER_DELETE -> EnumSet.of(BEFORE_DELETE, AFTER_DELETE, AFTER_UPDATE);
			case BULK, COLLECTION -> EnumSet.of(this);
			default -> EnumSet.of(AFTER_INSERT, AFTER_UPDATE, AFTER_DELETE, BEFORE_DELETE);
		};
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
