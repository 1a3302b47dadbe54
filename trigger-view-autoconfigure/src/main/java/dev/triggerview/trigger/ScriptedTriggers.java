package dev.triggerview.trigger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The triggers at one moment of a script that is being written: those that are there, as
 * the statements in front of that moment leave them.
 */
public final class ScriptedTriggers {

	private final TriggerDialect dialect;

	private final TriggerInventory inventory;

	ScriptedTriggers(TriggerDialect dialect, TriggerInventory inventory) {
		this.dialect = dialect;
		this.inventory = inventory;
	}

	/** Return the triggers of some names. */
	public List<KeptTrigger> find(Collection<String> names) {
		return this.inventory.find(names, null);
	}

	/** Return the triggers that only our store has. */
	public List<KeptTrigger> kept() {
		return this.inventory.all().stream().filter((trigger) -> !trigger.present()).toList();
	}

	/** Return why triggers could not be created again; empty if they could. */
	public Optional<String> hidden(List<KeptTrigger> existing) {
		return this.inventory.hidden(existing);
	}

	/** Return the triggers as they are when all of them have gone with their table. */
	public ScriptedTriggers dropped() {
		return new ScriptedTriggers(this.dialect, this.inventory.with((all) -> List.of()));
	}

	/**
	 * Return the triggers as they are when those of a table or view have gone with it.
	 */
	public ScriptedTriggers dropped(RelationName relation) {
		return new ScriptedTriggers(this.dialect, this.inventory
			.with((all) -> all.stream().filter((trigger) -> !trigger.table().isSame(relation)).toList()));
	}

	/** Return the triggers as they are when a table or view has got another name. */
	public ScriptedTriggers led(RelationName relation, RelationName renamed) {
		return new ScriptedTriggers(this.dialect,
				this.inventory.with((all) -> all.stream()
					.map((trigger) -> trigger.table().isSame(relation)
							? this.dialect.onto(trigger, trigger.table().sibling(renamed.name())) : trigger)
					.toList()));
	}

	/** Return the triggers when a change is undone: without some, others as they were. */
	public ScriptedTriggers undone(Collection<String> gone, List<KeptTrigger> back) {
		UnaryOperator<List<KeptTrigger>> change = (all) -> {
			TakenPlaces taken = TakenPlaces.of(all.stream().filter((trigger) -> gone.contains(trigger.name())).toList(),
					back);
			return Stream
				.concat(all.stream().filter((trigger) -> !gone.contains(trigger.name())).map(taken::beside),
						back.stream().map((trigger) -> runs(trigger) ? trigger.existing() : trigger))
				.toList();
		};
		return new ScriptedTriggers(this.dialect, this.inventory.with(change));
	}

	/** Return the triggers when a change is made that leads from some to others. */
	public ScriptedTriggers made(List<KeptTrigger> from, List<KeptTrigger> to) {
		TakenPlaces taken = TakenPlaces.of(from, to);
		List<String> gone = from.stream()
			.filter((old) -> to.stream().noneMatch((trigger) -> isSamePlace(trigger, old)))
			.map(KeptTrigger::name)
			.toList();
		return new ScriptedTriggers(this.dialect, this.inventory.with((all) -> {
			List<KeptTrigger> changed = all.stream()
				.filter((trigger) -> !from.contains(trigger))
				.map(taken::beside)
				.map((trigger) -> trigger.present() ? trigger.without(gone) : trigger)
				.toList();
			for (KeptTrigger trigger : to) {
				changed = with(changed, runs(trigger) ? trigger.existing() : trigger.absent());
			}
			return changed;
		}));
	}

	private static boolean isSamePlace(KeptTrigger trigger, KeptTrigger old) {
		return trigger.name().equals(old.name()) && trigger.isAtPlaceOf(old);
	}

	private boolean runs(KeptTrigger trigger) {
		return this.dialect.disables(trigger) || trigger.state() != TriggerState.DISABLED;
	}

	/**
	 * Those beside a trigger that comes have it as a neighbour then. A trigger that only
	 * our store has is a neighbour at the place that it comes back to.
	 */
	private static List<KeptTrigger> with(List<KeptTrigger> others, KeptTrigger added) {
		List<KeptTrigger> all = Stream.concat(others.stream(), Stream.of(added)).toList();
		List<String> order = order(all.stream().filter((trigger) -> trigger.isAtPlaceOf(added)).toList(), added);
		return all.stream()
			.map((trigger) -> trigger.present() && trigger.isAtPlaceOf(added)
					? between(trigger, order, order.indexOf(trigger.name())) : trigger)
			.toList();
	}

	private static List<String> order(List<KeptTrigger> beside, KeptTrigger added) {
		List<KeptTrigger> present = beside.stream().filter((trigger) -> trigger.present() && trigger != added).toList();
		List<String> names = present.stream().map(KeptTrigger::name).toList();
		List<String> order = new ArrayList<>(present.stream()
			.sorted(Comparator.comparing((trigger) -> trigger.predecessors().stream().filter(names::contains).count()))
			.map(KeptTrigger::name)
			.toList());
		Stream
			.concat(Stream.of(added).filter(KeptTrigger::present),
					beside.stream().filter((trigger) -> !trigger.present()))
			.forEach((trigger) -> order.add(FiringOrder.place(order, trigger), trigger.name()));
		return order;
	}

	private static KeptTrigger between(KeptTrigger trigger, List<String> order, int place) {
		List<String> before = new ArrayList<>(order.subList(0, place));
		Collections.reverse(before);
		return trigger.between(before, order.subList(place + 1, order.size()));
	}

	/** Return the parts of a declared trigger in the place of those that it replaces. */
	public List<KeptTrigger> declared(TriggerDefinition definition, List<KeptTrigger> existing) {
		return this.inventory.placed(definition, existing);
	}

	/** Return triggers in a state; one of PostgreSQL that is enabled keeps its mode. */
	public List<KeptTrigger> inState(List<KeptTrigger> existing, TriggerState state) {
		boolean disabled = state == TriggerState.DISABLED;
		return existing.stream()
			.map((trigger) -> (disabled == (trigger.state() == TriggerState.DISABLED)) ? trigger
					: trigger.withState(state))
			.toList();
	}

	/** Return triggers, or those that stand for one, under another name. */
	public List<KeptTrigger> renamed(List<KeptTrigger> existing, String from, String to) {
		return existing.stream()
			.map((trigger) -> this.dialect.renamedKept(trigger, this.dialect.renamed(trigger.name(), from, to)))
			.toList();
	}

	/** Return the triggers of a table or view as they are when it has a name. */
	public ScriptedTriggers at(RelationName relation) {
		return this.inventory.all()
			.stream()
			.map(KeptTrigger::table)
			.filter((table) -> !table.equals(relation))
			.findFirst()
			.map((other) -> new ScriptedTriggers(this.dialect, this.inventory.renamed(other, relation)))
			.orElse(this);
	}

	/**
	 * Return the statements that lead from triggers to others.
	 * @param table the table, or any object of its schema if that is not known
	 * @throws UnsupportedTriggerException if one of them would never fire
	 */
	public List<String> change(List<KeptTrigger> from, List<KeptTrigger> to, RelationName table) {
		new InsteadOfTriggers(this.dialect, this.inventory.all()).requireFiring(from, to);
		List<String> names = Stream.concat(from.stream(), to.stream()).map(KeptTrigger::name).distinct().toList();
		return script(names, names, table, to);
	}

	/**
	 * Return the statements that create the triggers again behind those that have dropped
	 * their view and created it anew. Those that only the store has stay there.
	 */
	public List<String> recreate() {
		List<KeptTrigger> present = this.inventory.all().stream().filter(KeptTrigger::present).toList();
		List<String> names = present.stream().map(KeptTrigger::name).toList();
		return present.stream()
			.sorted(Comparator.comparingInt((trigger) -> trigger.trigger().position()))
			.flatMap((trigger) -> this.dialect.created(trigger, names).stream())
			.toList();
	}

	/** Return the statements that forget what the store has of some triggers. */
	public List<String> forget(Collection<String> names, RelationName table) {
		return this.inventory.all()
			.stream()
			.filter((trigger) -> !trigger.present() && names.contains(trigger.name()))
			.map((trigger) -> this.inventory.store().forget(trigger.name(), table))
			.toList();
	}

	/**
	 * Return statements that lead to triggers, whatever is there by the time that they
	 * run.
	 * @param names the names of those that shall not be there unless they come back
	 * @param kept the names of those that only the store may have by then, which is
	 * there; none if that is not known
	 * @param table the table, or any object of its schema if that is not known
	 * @param wanted the triggers that shall be there
	 */
	public List<String> script(Collection<String> names, Collection<String> kept, RelationName table,
			List<KeptTrigger> wanted) {
		return this.inventory.script(names, kept, table, wanted);
	}

}
