package dev.triggerview.trigger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The way from some triggers to others.
 *
 * @param dialect the database
 * @param store where triggers are kept that the database cannot keep
 * @param move the triggers
 * @param leftovers what the store has of triggers that the database has, too
 */
record Transition(TriggerDialect dialect, TriggerStore store, Move move, List<KeptTrigger> leftovers) {

	List<TriggerStep> steps() {
		List<KeptTrigger> created = this.move.to().stream().filter(this::runs).toList();
		List<KeptTrigger> dropped = this.move.from()
			.stream()
			.filter((old) -> old.present() && !(replaces() && find(created, old).isPresent()))
			.toList();
		List<KeptTrigger> keptMeanwhile = this.move.to().isEmpty() ? List.of()
				: dropped.stream().filter((old) -> !this.dialect.disables(old)).toList();
		List<TriggerStep> steps = new ArrayList<>();
		add(steps, statements(this.move.followers().values(), this.store::keep));
		add(steps, statements(keptMeanwhile, this.store::keep));
		List<KeptTrigger> keptNow = this.move.to().stream().filter((trigger) -> !runs(trigger)).toList();
		steps.addAll(inDatabase(created, dropped, keptNow));
		add(steps, afterwards(keptNow, keptMeanwhile));
		return steps;
	}

	private List<TriggerStep> inDatabase(List<KeptTrigger> created, List<KeptTrigger> dropped,
			List<KeptTrigger> keptNow) {
		List<KeptTrigger> gone = this.move.from()
			.stream()
			.filter((old) -> old.present() && find(created, old).isEmpty() && heir(old, created).isEmpty())
			.toList();
		List<String> drops = statements(gone, (old) -> find(keptNow, old).isPresent() ? this.dialect.dropKept(old)
				: this.dialect.dropOne(old.name(), old.table()));
		List<String> creations = statements(created,
				(trigger) -> creation(trigger, replacedBy(trigger, created).orElse(null)));
		boolean createsFirst = mayStandBeside(gone, created);
		List<String> statements = new ArrayList<>(createsFirst ? creations : drops);
		statements.addAll(statements(keptNow, this.dialect::besideKept));
		statements.addAll(createsFirst ? drops : creations);
		this.move.from()
			.stream()
			.filter((old) -> !old.present()
					&& Stream.concat(created.stream(), keptNow.stream()).noneMatch(old::callsFunctionOf))
			.forEach((old) -> statements.addAll(this.dialect.dropBeside(old)));
		return statements.isEmpty() ? List.of() : List.of(step(statements, created, dropped));
	}

	/**
	 * A trigger that shall run first is created last, so that a change that was
	 * interrupted before is not taken for made. A deputy goes when nothing is kept any
	 * more that it stands for.
	 */
	List<String> creation(KeptTrigger trigger, @Nullable KeptTrigger old) {
		KeptTrigger follower = this.move.followers().get(trigger.name());
		List<String> statements = new ArrayList<>();
		if (follower != null) {
			statements.addAll(this.dialect.roomInFront(follower, trigger, old, this.move.present()));
			statements.add(this.store.forget(follower));
			statements.addAll(this.dialect.movedIn(trigger, old));
		}
		else if (old != null) {
			statements.addAll(this.dialect.replaced(old, trigger, this.move.present()));
		}
		else {
			return this.dialect.created(trigger, this.move.present());
		}
		if (old != null && !old.name().equals(trigger.name())) {
			statements.add(this.store.forget(old));
		}
		statements.addAll(this.dialect.dropDeputy((old != null) ? old : trigger));
		return statements;
	}

	private Optional<KeptTrigger> replacedBy(KeptTrigger trigger, List<KeptTrigger> created) {
		return find(this.move.from(), trigger).filter((old) -> old.present() || old.interrupted())
			.or(() -> this.move.from()
				.stream()
				.filter((old) -> heir(old, created).filter(trigger::equals).isPresent())
				.findFirst());
	}

	/** The only trigger of another name and the same moment, if it takes the place. */
	private Optional<KeptTrigger> heir(KeptTrigger old, List<KeptTrigger> created) {
		if (!this.dialect.replacesUnderAnotherName(old) || !(old.present() || old.interrupted())) {
			return Optional.empty();
		}
		List<KeptTrigger> goers = this.move.from()
			.stream()
			.filter((other) -> find(created, other).isEmpty() && other.runsAtMomentOf(old))
			.toList();
		List<KeptTrigger> comers = created.stream()
			.filter((other) -> find(this.move.from(), other).isEmpty() && other.runsAtMomentOf(old))
			.toList();
		return (goers.equals(List.of(old)) && comers.size() == 1) ? Optional.of(comers.get(0)) : Optional.empty();
	}

	/**
	 * Under a lock nobody sees two triggers of one moment, so that the old one goes only
	 * when the new one is there: its creation may be refused, and that of the old one by
	 * the same account, too.
	 */
	private boolean mayStandBeside(List<KeptTrigger> gone, List<KeptTrigger> created) {
		return gone.stream().findFirst().flatMap(this.dialect::lock).isPresent() && gone.stream()
			.allMatch((old) -> created.stream()
				.noneMatch((trigger) -> this.dialect.isSameName(trigger.name(), old.name())));
	}

	/**
	 * One statement leaves nothing half done, and several only where they are undone: a
	 * change set need not run in a transaction.
	 */
	private TriggerStep step(List<String> statements, List<KeptTrigger> created, List<KeptTrigger> dropped) {
		if (this.move.followers().isEmpty() && created.size() + dropped.size() <= 1) {
			List<String> restore = this.dialect.restoreSession();
			return (statements.size() == 1 || restore.isEmpty()) ? TriggerStep.of(statements)
					: TriggerStep.undone(statements, List.of(restore));
		}
		List<KeptTrigger> former = this.move.from().stream().filter(KeptTrigger::present).toList();
		Optional<TableLock> lock = created.isEmpty() ? Optional.empty()
				: former.stream().findFirst().flatMap(this.dialect::lock);
		if (lock.isPresent()) {
			return TriggerStep.locked(lock.get(), statements, undo(former, created));
		}
		return TriggerStep.undone(statements, undo(former, created))
			.withWarnings(dropped.stream().filter(this.dialect::leavesGap).map(this::gap).toList());
	}

	private String gap(KeptTrigger trigger) {
		return ("%s has no trigger %s on the view %s for a moment, while it is dropped and created: statements on the"
				+ " view fail or write its table without the trigger; let nobody write the view meanwhile")
			.formatted(this.dialect.name(), trigger.name(), trigger.table());
	}

	private List<List<String>> undo(List<KeptTrigger> former, List<KeptTrigger> created) {
		Stream<List<String>> drops = created.stream()
			.filter((trigger) -> find(former, trigger).isEmpty())
			.map((trigger) -> this.dialect.dropOne(trigger.name(), trigger.table()));
		Stream<List<String>> moved = this.move.followers()
			.values()
			.stream()
			.flatMap((other) -> this.dialect.broughtBack(other, this.move.present()).stream());
		Stream<List<String>> restored = former.stream().flatMap((old) -> restored(old, created));
		Stream<List<String>> deputies = Stream.concat(this.move.from().stream(), created.stream())
			.map(this.dialect::dropDeputy)
			.distinct();
		return Stream.of(Stream.of(this.dialect.restoreSession()), drops, moved, restored, deputies)
			.flatMap((parts) -> parts)
			.filter((part) -> !part.isEmpty())
			.toList();
	}

	/** A former trigger is created again if it is gone, and brought back if it is not. */
	private Stream<List<String>> restored(KeptTrigger old, List<KeptTrigger> created) {
		return (find(created, old).isPresent() || heir(old, created).isPresent())
				? this.dialect.broughtBack(old, this.move.present()).stream()
				: Stream.of(this.dialect.created(old, this.move.present()));
	}

	/** What is kept from now on, and what need not be kept any more. */
	private List<String> afterwards(List<KeptTrigger> keptNow, List<KeptTrigger> keptMeanwhile) {
		Stream<String> forgotten = Stream
			.of(this.move.from().stream().filter((old) -> !old.present()), keptMeanwhile.stream(),
					this.leftovers.stream().filter((leftover) -> find(this.move.from(), leftover).isPresent()))
			.flatMap((old) -> old)
			.filter((old) -> find(keptNow, old).isEmpty())
			.map(this.store::forget)
			.distinct();
		return Stream.concat(statements(keptNow, this.store::keep).stream(), forgotten).toList();
	}

	private boolean runs(KeptTrigger trigger) {
		return this.dialect.disables(trigger) || trigger.state() != TriggerState.DISABLED;
	}

	private boolean replaces() {
		return this.dialect.support(TriggerFeature.REPLACE) == TriggerDialect.Support.NATIVE;
	}

	private static Optional<KeptTrigger> find(List<KeptTrigger> triggers, KeptTrigger wanted) {
		return triggers.stream().filter((trigger) -> trigger.name().equals(wanted.name())).findFirst();
	}

	private static List<String> statements(Collection<KeptTrigger> triggers,
			Function<KeptTrigger, List<String>> statements) {
		return triggers.stream().flatMap((trigger) -> statements.apply(trigger).stream()).toList();
	}

	private static void add(List<TriggerStep> steps, List<String> statements) {
		if (!statements.isEmpty()) {
			steps.add(TriggerStep.of(statements));
		}
	}

}
