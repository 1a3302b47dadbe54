package dev.triggerview.trigger;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A trigger with all that is needed to create it again exactly as it is.
 *
 * @param trigger the trigger; its state is the one to create it with
 * @param present whether the database has it; otherwise only our {@link TriggerStore} has
 * @param function the statements that create the function it came with, and what
 * {@link Function#rights()} tells of that (PostgreSQL)
 * @param predecessors the triggers that run before it, the nearest first
 * @param successors the triggers that run after it, the nearest first
 */
public record KeptTrigger(Trigger trigger, boolean present, List<String> function, List<String> predecessors,
		List<String> successors) {

	public KeptTrigger {
		function = List.copyOf(function);
		predecessors = List.copyOf(predecessors);
		successors = List.copyOf(successors);
	}

	/** A trigger that is declared and not yet created. */
	static KeptTrigger declared(TriggerDefinition definition, TriggerLevel level, String statement,
			List<String> function, @Nullable RelationName functionName) {
		RelationKind kind = (definition.timing() == TriggerTiming.INSTEAD_OF) ? RelationKind.VIEW : RelationKind.TABLE;
		Trigger trigger = new Trigger(definition.name(), definition.table(), kind, definition.timing(),
				definition.events(), definition.updateColumns(), level, Optional.ofNullable(definition.when()),
				statement, definition.state(), true, 0, Optional.ofNullable(definition.definer()), Optional.empty(),
				Optional.ofNullable(functionName), Optional.ofNullable(definition.constraint()),
				Optional.ofNullable(definition.remarks()));
		return new KeptTrigger(trigger, false, function, List.of(), List.of());
	}

	/** Return the name of the trigger. */
	public String name() {
		return this.trigger.name();
	}

	/** Return the table or view of the trigger. */
	public RelationName table() {
		return this.trigger.table();
	}

	/** Return the state of the trigger, or the one it comes back with. */
	public TriggerState state() {
		return this.trigger.state();
	}

	/**
	 * Return whether it was dropped to be created again, and something prevented that.
	 */
	public boolean interrupted() {
		return !this.present && state() != TriggerState.DISABLED;
	}

	/**
	 * Return a hash of everything that the trigger does, whether or not it is enabled and
	 * to whomever its function belongs.
	 */
	public String fingerprint() {
		return NameLimit.sha256(this.trigger.definition()
				+ this.function.stream().filter((part) -> !PostgreSqlRights.isDeclared(part)).toList());
	}

	KeptTrigger withState(TriggerState state) {
		return with(name(), this.trigger.definition(), state);
	}

	KeptTrigger with(String name, String definition, TriggerState state) {
		return with(copy(name, table(), this.trigger.kind(), definition, state, this.trigger.function()));
	}

	/** Return a trigger that the store has with another name and function. */
	KeptTrigger calling(String name, String definition, RelationName calledName, List<String> called) {
		return new KeptTrigger(copy(name, table(), this.trigger.kind(), definition, state(), Optional.of(calledName)),
				this.present, called, this.predecessors, this.successors);
	}

	/** Return a trigger of another table. */
	KeptTrigger at(RelationName table, String definition) {
		return with(copy(name(), table, this.trigger.kind(), definition, state(), this.trigger.function()));
	}

	/** Return whether both run before, after or instead of the same events. */
	boolean runsAtMomentOf(KeptTrigger other) {
		return this.trigger.timing() == other.trigger.timing() && this.trigger.events().equals(other.trigger.events())
				&& table().isSame(other.table());
	}

	/** Return whether one may take the place of the other in the firing order. */
	boolean isAtPlaceOf(KeptTrigger other) {
		return runsAtMomentOf(other) && this.trigger.level() == other.trigger.level();
	}

	/** Return whether a trigger is known to run before or after this one. */
	boolean isBeside(String other) {
		return this.predecessors.contains(other) || this.successors.contains(other);
	}

	/** Return whether none of some triggers runs before this one. */
	boolean runsFirst(Collection<String> others) {
		return this.predecessors.stream().noneMatch(others::contains);
	}

	/** Return this trigger in the place of another that runs at the same moment. */
	KeptTrigger inPlaceOf(KeptTrigger other) {
		boolean sameMoment = this.trigger.timing() == other.trigger.timing()
				&& this.trigger.events().equals(other.trigger.events());
		Trigger placed = copy(name(), table(), other.trigger.kind(), this.trigger.definition(), state(),
				this.trigger.function());
		return sameMoment ? new KeptTrigger(placed, this.present, this.function, other.predecessors, other.successors)
				: with(placed);
	}

	/** Return the trigger in the place of its deputy. */
	Trigger inPlaceOf(Trigger deputy) {
		Trigger old = this.trigger;
		return new Trigger(name(), table(), old.kind(), old.timing(), old.events(), old.updateColumns(), old.level(),
				old.when(), old.definition(), state(), old.valid(), deputy.position(), old.definer(), old.sqlMode(),
				old.function(), old.constraint(), old.remarks());
	}

	/** Return this trigger between others, of which the nearest are the first. */
	KeptTrigger between(List<String> before, List<String> after) {
		return new KeptTrigger(this.trigger, this.present, this.function, before, after);
	}

	/** Return this trigger when others are gone that run before or after it. */
	KeptTrigger without(Collection<String> others) {
		return between(this.predecessors.stream().filter((name) -> !others.contains(name)).toList(),
				this.successors.stream().filter((name) -> !others.contains(name)).toList());
	}

	/** Return this trigger behind others, of which the nearest is the first. */
	KeptTrigger behind(List<String> others) {
		return between(others, this.successors);
	}

	/** Return this trigger as one that the database has. */
	KeptTrigger existing() {
		return new KeptTrigger(this.trigger, true, this.function, this.predecessors, this.successors);
	}

	/** Return this trigger as one that the database may not have. */
	KeptTrigger absent() {
		return new KeptTrigger(this.trigger, false, this.function, this.predecessors, this.successors);
	}

	private KeptTrigger with(Trigger other) {
		return new KeptTrigger(other, this.present, this.function, this.predecessors, this.successors);
	}

	private Trigger copy(String name, RelationName table, RelationKind kind, String definition, TriggerState state,
			Optional<RelationName> called) {
		Trigger old = this.trigger;
		return new Trigger(name, table, kind, old.timing(), old.events(), old.updateColumns(), old.level(), old.when(),
				definition, state, old.valid(), old.position(), old.definer(), old.sqlMode(), called, old.constraint(),
				old.remarks());
	}

	boolean callsFunctionOf(KeptTrigger other) {
		return this.trigger.function().isPresent() && this.trigger.function().equals(other.trigger.function());
	}

	/** Return whether this is what is kept of a trigger. */
	boolean isOf(Trigger other) {
		return name().equals(other.name()) && table().isSame(other.table());
	}

	/** Return the trigger as a definition whose action is its complete statement. */
	TriggerDefinition definition() {
		return TriggerDefinition.of(name(), table())
			.timing(this.trigger.timing())
			.events(this.trigger.events())
			.constraint(this.trigger.constraint().orElse(null))
			.state(state())
			.remarks(this.trigger.remarks().orElse(null))
			.action(new TriggerAction.CompleteStatement(this.trigger.definition()))
			.build();
	}

}
