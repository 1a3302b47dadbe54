package dev.triggerview.liquibase;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.triggerview.trigger.CreationOrder;
import liquibase.database.AbstractJdbcDatabase;
import liquibase.database.Database;
import liquibase.diff.DiffResult;
import liquibase.snapshot.DatabaseSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * The two databases that are compared while Liquibase generates changes. Liquibase hands
 * the result to change generators as a property of the compared database.
 */
final class Comparison {

	private final @Nullable DiffResult result;

	Comparison(Database compared) {
		this.result = (compared instanceof AbstractJdbcDatabase database
				&& database.get("diffResult") instanceof DiffResult diff) ? diff : null;
	}

	/** Return the triggers that should be there. */
	Collection<Trigger> wantedTriggers() {
		return (this.result != null) ? triggers(this.result.getReferenceSnapshot()) : List.of();
	}

	/** Return the triggers that are there. */
	Collection<Trigger> presentTriggers() {
		return (this.result != null) ? triggers(this.result.getComparisonSnapshot()) : List.of();
	}

	/** Return the function that was generated for a trigger, and nothing else. */
	Optional<dev.triggerview.trigger.Function> generatedFunction(Trigger trigger) {
		if (this.result == null) {
			return Optional.empty();
		}
		return this.result.getReferenceSnapshot()
			.get(Function.class)
			.stream()
			.map(Function::model)
			.filter((function) -> function.generated() && calls(trigger, function))
			.findFirst();
	}

	/**
	 * Return the missing trigger of the same table that has to be created when Liquibase
	 * asks for one: it asks in the order of names, with each for another.
	 */
	Trigger inItsTurn(Trigger asked) {
		if (this.result == null) {
			return asked;
		}
		List<Trigger> missing = sameTable(asked, this.result.getMissingObjects(Trigger.class));
		int turn = missing.indexOf(asked);
		String name = CreationOrder.of(missing.stream().map(Trigger::model).toList()).get(turn).name();
		return missing.stream().filter((other) -> other.getName().equals(name)).findFirst().orElse(asked);
	}

	/**
	 * Return the changed trigger of the same table that has to be replaced when Liquibase
	 * asks for one.
	 */
	Trigger changedInItsTurn(Trigger asked) {
		if (this.result == null) {
			return asked;
		}
		List<Trigger> changed = sameTable(asked, this.result.getChangedObjects(Trigger.class).keySet());
		int turn = changed.indexOf(asked);
		return changed.stream()
			.sorted(Comparator.comparing((Trigger trigger) -> trigger.model().position()).reversed())
			.skip(Math.max(turn, 0))
			.findFirst()
			.orElse(asked);
	}

	private static List<Trigger> sameTable(Trigger asked, Collection<Trigger> triggers) {
		return triggers.stream()
			.filter((other) -> other.table().equals(asked.table()))
			.sorted(Comparator.comparing(Trigger::getName))
			.toList();
	}

	static boolean calls(Trigger trigger, dev.triggerview.trigger.Function function) {
		return function.callers()
			.stream()
			.anyMatch((caller) -> caller.trigger().equals(trigger.getName())
					&& caller.table().name().equals(trigger.table().name())
					&& Objects.equals(caller.table().schema(), trigger.table().schema()));
	}

	private static Collection<Trigger> triggers(DatabaseSnapshot snapshot) {
		return snapshot.get(Trigger.class);
	}

}
