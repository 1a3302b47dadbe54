package dev.triggerview.liquibase;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import liquibase.Scope;
import liquibase.change.Change;
import liquibase.change.DatabaseChange;
import liquibase.structure.DatabaseObject;

/**
 * Other extensions of Liquibase that bring changes or snapshot objects of our names, such
 * as the commercial edition. Theirs are used.
 */
final class Neighbours {

	private static final Set<String> CHANGES = Set.of("createTrigger", "dropTrigger", "enableTrigger", "disableTrigger",
			"renameTrigger", "createFunction", "dropFunction");

	/**
	 * Whether it was looked for them: that reads the class path, and each change asks.
	 */
	private static final AtomicBoolean LOOKED = new AtomicBoolean();

	private Neighbours() {
	}

	/** Return whether another extension takes snapshots of objects of a type's name. */
	static boolean snapshot(Class<? extends DatabaseObject> type) {
		return Scope.getCurrentScope()
			.getServiceLocator()
			.findInstances(DatabaseObject.class)
			.stream()
			.filter((object) -> object.getClass() != type)
			.anyMatch((object) -> object.getClass().getSimpleName().equals(type.getSimpleName())
					&& object.snapshotByDefault());
	}

	/** Say once which changes are taken from another extension, if there are any. */
	static void warnOnce() {
		if (LOOKED.getAndSet(true)) {
			return;
		}
		List<String> others = others();
		if (!others.isEmpty()) {
			Scope.getCurrentScope()
				.getLog(Neighbours.class)
				.warning("Other Liquibase extensions bring changes that trigger-view has too, and theirs are used: "
						+ String.join(", ", others)
						+ ". Attributes that only trigger-view knows have no effect there; remove the other extension"
						+ " to use them.");
		}
	}

	static void reset() {
		LOOKED.set(false);
	}

	private static List<String> others() {
		return Scope.getCurrentScope()
			.getServiceLocator()
			.findInstances(Change.class)
			.stream()
			.<Class<?>>map(Change::getClass)
			.filter((type) -> !TriggerChange.class.isAssignableFrom(type)
					&& !FunctionChange.class.isAssignableFrom(type))
			.filter((type) -> type.isAnnotationPresent(DatabaseChange.class)
					&& CHANGES.contains(type.getAnnotation(DatabaseChange.class).name()))
			.map((type) -> type.getAnnotation(DatabaseChange.class).name() + " (" + type.getName() + ")")
			.sorted()
			.toList();
	}

}
