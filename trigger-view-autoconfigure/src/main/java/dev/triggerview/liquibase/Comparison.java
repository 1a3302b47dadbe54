package dev.triggerview.liquibase;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.triggerview.trigger.CreationOrder;
import dev.triggerview.trigger.Function.Caller;
import dev.triggerview.trigger.FunctionDialect;
import dev.triggerview.trigger.RelationName;
import liquibase.Scope;
import liquibase.database.AbstractJdbcDatabase;
import liquibase.database.Database;
import liquibase.diff.DiffResult;
import liquibase.diff.ObjectDifferences;
import liquibase.diff.output.DiffOutputControl;
import liquibase.snapshot.DatabaseSnapshot;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Table;
import liquibase.structure.core.View;
import org.jspecify.annotations.Nullable;

/**
 * The two databases that are compared while Liquibase generates changes. Liquibase asks
 * for the changes of one object after the other; what their triggers and functions have
 * to do with each other is found out once.
 */
final class Comparison {

	private static final String KEY = "trigger-view.comparison";

	private final @Nullable DiffResult result;

	private final Map<Caller, Trigger> wanted = new HashMap<>();

	private final Map<RelationName, List<Trigger>> wantedOfTable;

	private final Map<Caller, dev.triggerview.trigger.Function> generated = new HashMap<>();

	private final Set<Caller> present = new HashSet<>();

	private final Map<Caller, Trigger> presentInAnySchema = new HashMap<>();

	private final Map<IncludedTriggers, Map<Trigger, Trigger>> missingTurns = new HashMap<>();

	private final Map<IncludedTriggers, Map<Trigger, Trigger>> changedTurns = new HashMap<>();

	private final Map<IncludedTriggers, CallOrder> missingFunctions = new HashMap<>();

	private final Map<IncludedTriggers, CallOrder> unexpectedFunctions = new HashMap<>();

	private final Map<IncludedTriggers, DropOrder> dropOrders = new HashMap<>();

	private boolean warned;

	private Comparison(@Nullable DiffResult result) {
		this.result = result;
		Set<Trigger> triggers = (result != null) ? result.getReferenceSnapshot().get(Trigger.class) : Set.of();
		triggers.forEach((trigger) -> this.wanted.put(caller(trigger), trigger));
		this.wantedOfTable = byTable(triggers.stream());
		if (result != null) {
			addGenerated(result.getReferenceSnapshot());
			addPresent(result.getComparisonSnapshot());
		}
	}

	/**
	 * Return the comparison that Liquibase hands to change generators as a property of
	 * the compared database; one of nothing if there is none.
	 */
	static Comparison with(Database compared) {
		DiffResult result = (compared instanceof AbstractJdbcDatabase database
				&& database.get("diffResult") instanceof DiffResult diff) ? diff : null;
		if (result == null) {
			return new Comparison(null);
		}
		DatabaseSnapshot snapshot = result.getReferenceSnapshot();
		if (snapshot.getScratchData(KEY) instanceof Comparison known && known.result == result) {
			return known;
		}
		Comparison comparison = new Comparison(result);
		snapshot.setScratchData(KEY, comparison);
		return comparison;
	}

	/** Return the triggers that a table should have, ordered by name. */
	List<Trigger> wantedTriggers(RelationName table) {
		return this.wantedOfTable.getOrDefault(table, List.of());
	}

	/** Return the triggers that should be there and call a function. */
	List<Trigger> wantedTriggers(dev.triggerview.trigger.Function function) {
		return function.callers()
			.stream()
			.flatMap((caller) -> Optional.ofNullable(this.wanted.get(key(caller))).stream())
			.toList();
	}

	/** Return whether there is a trigger that calls a function. */
	boolean hasCaller(dev.triggerview.trigger.Function function) {
		return function.callers().stream().map(Comparison::key).anyMatch(this.present::contains);
	}

	/** Return what is there of a trigger, in whichever schema. */
	Optional<Trigger> present(Trigger trigger) {
		return Optional.ofNullable(this.presentInAnySchema.get(withoutSchema(trigger)));
	}

	/** Return whether a trigger that is missing is created. */
	boolean isCreated(Trigger trigger, IncludedTriggers included) {
		return missing(included).containsKey(trigger);
	}

	/** Return whether a trigger that is there fires in another order. */
	boolean isReordered(Trigger trigger) {
		ObjectDifferences differences = (this.result != null)
				? this.result.getChangedObjects(Trigger.class).get(trigger) : null;
		return differences != null && differences.isDifferent("order");
	}

	/** Return the function that was generated for a trigger, and nothing else. */
	Optional<dev.triggerview.trigger.Function> generatedFunction(Trigger trigger) {
		return Optional.ofNullable(this.generated.get(caller(trigger)));
	}

	/** Return the order of the functions that are created. */
	CallOrder missingFunctions(DiffOutputControl control) {
		return this.missingFunctions.computeIfAbsent(IncludedTriggers.of(control),
				(included) -> new CallOrder((this.result != null) ? this.result.getMissingObjects(Function.class)
					.stream()
					.filter((function) -> included.hasMissing(function, this.result))
					.toList() : List.of()));
	}

	/** Return the order of the functions that are dropped. */
	CallOrder unexpectedFunctions(DiffOutputControl control) {
		return this.unexpectedFunctions.computeIfAbsent(IncludedTriggers.of(control),
				(included) -> new CallOrder(unexpected(Function.class, included)));
	}

	/** Return the order of views and tables that are dropped, and of what holds them. */
	DropOrder dropOrder(DiffOutputControl control, Database compared) {
		return this.dropOrders.computeIfAbsent(IncludedTriggers.of(control),
				(included) -> new DropOrder(FunctionDialect.of(compared.getShortName()).orElseThrow(),
						unexpected(Function.class, included), unexpected(View.class, included),
						unexpected(Table.class, included)));
	}

	private <T extends DatabaseObject> List<T> unexpected(Class<T> type, IncludedTriggers included) {
		DiffResult diff = this.result;
		return (diff == null) ? List.of()
				: diff.getUnexpectedObjects(type)
					.stream()
					.filter((object) -> included.hasUnexpected(object, diff))
					.toList();
	}

	/** Say once that the snapshot lacks the functions which its triggers call. */
	void warnOfFunction(Trigger trigger, RelationName function) {
		if (this.result != null && !this.warned
				&& !this.result.getReferenceSnapshot().getSnapshotControl().shouldInclude(Function.class)) {
			this.warned = true;
			Scope.getCurrentScope()
				.getLog(Comparison.class)
				.warning(("The trigger %s calls the function %s, which is not created with it, because the snapshot"
						+ " has no functions: take them along (diffTypes: functions, triggers) unless the changelog"
						+ " runs where all functions of its triggers are")
					.formatted(trigger, function.name()));
		}
	}

	/**
	 * Return the missing trigger of the same table that has to be created when Liquibase
	 * asks for one: it asks in the order of names, with each for another.
	 */
	Trigger inItsTurn(Trigger asked, IncludedTriggers included) {
		return missing(included).getOrDefault(asked, asked);
	}

	private Map<Trigger, Trigger> missing(IncludedTriggers included) {
		return this.missingTurns.computeIfAbsent(included, this::missingTurns);
	}

	private Map<Trigger, Trigger> missingTurns(IncludedTriggers included) {
		DiffResult diff = this.result;
		return (diff == null) ? Map.of() : turns(
				diff.getMissingObjects(Trigger.class).stream().filter((trigger) -> included.hasMissing(trigger, diff)),
				Comparison::inOrderOfCreation);
	}

	/**
	 * Return the changed trigger of the same table that has to be replaced when Liquibase
	 * asks for one.
	 */
	Trigger changedInItsTurn(Trigger asked, IncludedTriggers included) {
		return this.changedTurns.computeIfAbsent(included, this::changedTurns).getOrDefault(asked, asked);
	}

	private Map<Trigger, Trigger> changedTurns(IncludedTriggers included) {
		DiffResult diff = this.result;
		return (diff == null) ? Map.of()
				: turns(diff.getChangedObjects(Trigger.class)
					.entrySet()
					.stream()
					.filter((changed) -> included.hasChanged(changed.getKey(), changed.getValue(), diff))
					.map(Map.Entry::getKey), Comparison::inOrderOfFiring);
	}

	private void addGenerated(DatabaseSnapshot snapshot) {
		snapshot.get(Function.class)
			.stream()
			.map(Function::model)
			.filter(dev.triggerview.trigger.Function::generated)
			.forEach((function) -> function.callers().forEach((caller) -> this.generated.put(key(caller), function)));
	}

	private void addPresent(DatabaseSnapshot snapshot) {
		for (Trigger trigger : snapshot.get(Trigger.class)) {
			this.present.add(caller(trigger));
			this.presentInAnySchema.put(withoutSchema(trigger), trigger);
		}
	}

	private static Map<Trigger, Trigger> turns(Stream<Trigger> triggers, UnaryOperator<List<Trigger>> order) {
		Map<Trigger, Trigger> turns = new HashMap<>();
		for (List<Trigger> asked : byTable(triggers).values()) {
			List<Trigger> ordered = order.apply(asked);
			for (int turn = 0; turn < asked.size(); turn++) {
				turns.put(asked.get(turn), ordered.get(turn));
			}
		}
		return turns;
	}

	private static List<Trigger> inOrderOfCreation(List<Trigger> triggers) {
		Map<String, Trigger> byName = triggers.stream()
			.collect(Collectors.toMap(Trigger::getName, UnaryOperator.identity()));
		return CreationOrder.of(triggers.stream().map(Trigger::model).toList())
			.stream()
			.map((trigger) -> byName.get(trigger.name()))
			.toList();
	}

	private static List<Trigger> inOrderOfFiring(List<Trigger> triggers) {
		return triggers.stream().sorted(Comparator.comparing((trigger) -> trigger.model().position())).toList();
	}

	private static Map<RelationName, List<Trigger>> byTable(Stream<Trigger> triggers) {
		return triggers.sorted(Comparator.comparing(Trigger::getName)).collect(Collectors.groupingBy(Trigger::table));
	}

	private static Caller caller(Trigger trigger) {
		return key(new Caller(trigger.table(), trigger.getName()));
	}

	private static Caller withoutSchema(Trigger trigger) {
		return new Caller(RelationName.of(trigger.table().name()), trigger.getName());
	}

	/** A function may not tell the catalog of its callers. */
	private static Caller key(Caller caller) {
		return new Caller(RelationName.of(caller.table().schema(), caller.table().name()), caller.trigger());
	}

}
