package dev.triggerview.trigger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A script that restores triggers, whatever is there by the time that it runs: it may
 * undo several changes, of which each finds what the one behind it has restored.
 *
 * @param triggers the triggers that are there, or kept, when the script is written
 * @param leftovers what the store has of triggers that are there
 */
record RestoringScript(TriggerDialect dialect, TriggerStore store, List<KeptTrigger> triggers,
		List<KeptTrigger> leftovers) {

	/**
	 * Return the statements. None of them supposes that a trigger is there which comes
	 * back: a change that the script has not undone yet may have dropped it.
	 * @param names the names of those that shall not be there unless they are restored
	 * @param kept the names of those that only the store may have
	 * @param table the table, or any object of its schema if that is not known
	 * @param moves finds the place of triggers that come back
	 */
	List<String> statements(Collection<String> names, Collection<String> kept, RelationName table,
			List<KeptTrigger> former, Function<List<KeptTrigger>, Move> moves) {
		List<String> statements = new ArrayList<>();
		names.stream()
			.filter((name) -> former.stream().noneMatch((old) -> old.name().equals(name)))
			.forEach((name) -> statements.addAll(this.dialect.dropOne(name, table)));
		this.triggers.stream()
			.filter((trigger) -> !trigger.present() && names.contains(trigger.name()) && trigger.table().isSame(table)
					&& former.stream().noneMatch(trigger::callsFunctionOf))
			.forEach((trigger) -> statements.addAll(this.dialect.dropBeside(trigger)));
		statements.addAll(forgotten(names, kept, table, former));
		Move move = moves.apply(former.stream().map(KeptTrigger::absent).toList());
		Transition transition = new Transition(this.dialect, this.store, move, List.of());
		for (KeptTrigger old : move.to()) {
			if (old.state() != TriggerState.DISABLED || this.dialect.disables(old)) {
				statements.addAll(transition.creation(old, old));
				continue;
			}
			statements.addAll(this.dialect.dropKept(old));
			statements.addAll(this.dialect.besideKept(old));
			statements.addAll(this.store.keep(old));
		}
		statements.removeAll(move.followers().values().stream().map(this.store::forget).toList());
		statements.addAll(keptBeside(names, former));
		return statements;
	}

	/**
	 * The statements that lead what is kept of others to the names of those that come.
	 * One that has its own name now may have another one until the script undoes that.
	 */
	private List<String> keptBeside(Collection<String> names, List<KeptTrigger> former) {
		List<KeptTrigger> from = this.triggers.stream().filter((trigger) -> names.contains(trigger.name())).toList();
		TakenPlaces taken = TakenPlaces.of(from, former);
		List<KeptTrigger> beside = this.triggers.stream()
			.filter((trigger) -> !trigger.present() && !names.contains(trigger.name())
					&& former.stream().noneMatch((old) -> old.name().equals(trigger.name())))
			.toList();
		return beside.stream()
			.filter((trigger) -> !taken.beside(trigger).equals(trigger)
					|| former.stream().anyMatch((old) -> !names.contains(old.name()) && trigger.isBeside(old.name())))
			.flatMap((trigger) -> this.store.keep(taken.beside(trigger)).stream())
			.toList();
	}

	/**
	 * The statements that forget what is kept of triggers that go or come back. A change
	 * that the script undoes may have kept what is not kept yet.
	 */
	private List<String> forgotten(Collection<String> names, Collection<String> kept, RelationName table,
			List<KeptTrigger> former) {
		Stream<String> known = Stream
			.concat(this.triggers.stream().filter((trigger) -> !trigger.present()), this.leftovers.stream())
			.filter((trigger) -> (names.contains(trigger.name()) && trigger.table().isSame(table))
					|| former.stream().anyMatch((old) -> trigger.isOf(old.trigger())))
			.map(this.store::forget);
		Stream<String> possible = (this.dialect.keepsDisabled() && !kept.isEmpty())
				? Stream.concat(former.stream().map(this.store::forget),
						kept.stream().map((name) -> this.store.forget(name, table)))
				: Stream.of();
		return Stream.concat(known, possible).distinct().toList();
	}

}
