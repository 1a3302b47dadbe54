package dev.triggerview.trigger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The way from some triggers to others.
 *
 * @param dialect the database
 * @param store where triggers are kept that the database cannot keep
 * @param present the names of the triggers that the database has, for the firing order
 * @param leftovers what the store has of triggers that the database has, too
 */
record Transition(TriggerDialect dialect, TriggerStore store, Collection<String> present, List<KeptTrigger> leftovers) {

	List<TriggerStep> steps(List<KeptTrigger> from, List<KeptTrigger> to) {
		List<KeptTrigger> created = to.stream().filter(this::runs).toList();
		List<KeptTrigger> dropped = from.stream()
			.filter((old) -> old.present() && !(replaces() && find(created, old).isPresent()))
			.toList();
		List<KeptTrigger> keptMeanwhile = to.isEmpty() ? List.of()
				: dropped.stream().filter((old) -> !this.dialect.disables(old)).toList();
		List<TriggerStep> steps = new ArrayList<>();
		add(steps, statements(keptMeanwhile, this.store::keep));
		List<KeptTrigger> keptNow = to.stream().filter((trigger) -> !runs(trigger)).toList();
		steps.addAll(inDatabase(from, created, dropped, keptNow));
		add(steps, afterwards(from, keptNow, keptMeanwhile));
		return steps;
	}

	private List<TriggerStep> inDatabase(List<KeptTrigger> from, List<KeptTrigger> created, List<KeptTrigger> dropped,
			List<KeptTrigger> keptNow) {
		List<KeptTrigger> gone = from.stream()
			.filter((old) -> old.present() && find(created, old).isEmpty() && heir(old, from, created).isEmpty())
			.toList();
		List<String> drops = statements(gone, (old) -> find(keptNow, old).isPresent() ? this.dialect.dropKept(old)
				: this.dialect.dropOne(old.name(), old.table()));
		List<String> creations = statements(created,
				(trigger) -> replacedBy(trigger, from, created)
					.map((old) -> this.dialect.replaced(old, trigger, this.present))
					.orElseGet(() -> this.dialect.created(trigger, this.present)));
		boolean createsFirst = mayStandBeside(gone, created);
		List<String> statements = new ArrayList<>(createsFirst ? creations : drops);
		statements.addAll(statements(keptNow, this.dialect::besideKept));
		statements.addAll(createsFirst ? drops : creations);
		from.stream()
			.filter((old) -> !old.present()
					&& Stream.concat(created.stream(), keptNow.stream()).noneMatch(old::callsFunctionOf))
			.forEach((old) -> statements.addAll(this.dialect.dropBeside(old)));
		return statements.isEmpty() ? List.of()
				: List.of(step(statements, from.stream().filter(KeptTrigger::present).toList(), created, dropped));
	}

	private Optional<KeptTrigger> replacedBy(KeptTrigger trigger, List<KeptTrigger> from, List<KeptTrigger> created) {
		return find(from, trigger).filter((old) -> old.present() || old.interrupted())
			.or(() -> from.stream()
				.filter((old) -> heir(old, from, created).filter(trigger::equals).isPresent())
				.findFirst());
	}

	/** The only trigger of another name and the same moment, if it takes the place. */
	private Optional<KeptTrigger> heir(KeptTrigger old, List<KeptTrigger> from, List<KeptTrigger> created) {
		if (!this.dialect.replacesUnderAnotherName(old) || !(old.present() || old.interrupted())) {
			return Optional.empty();
		}
		List<KeptTrigger> goers = from.stream()
			.filter((other) -> find(created, other).isEmpty() && other.runsAtMomentOf(old))
			.toList();
		List<KeptTrigger> comers = created.stream()
			.filter((other) -> find(from, other).isEmpty() && other.runsAtMomentOf(old))
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
	private TriggerStep step(List<String> statements, List<KeptTrigger> former, List<KeptTrigger> created,
			List<KeptTrigger> dropped) {
		if (created.isEmpty() || (created.size() == 1 && dropped.isEmpty())) {
			List<String> restore = this.dialect.restoreSession();
			return (statements.size() == 1 || restore.isEmpty()) ? TriggerStep.of(statements)
					: TriggerStep.undone(statements, List.of(restore));
		}
		Optional<TableLock> lock = former.stream().findFirst().flatMap(this.dialect::lock);
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
		return Stream
			.of(Stream.of(this.dialect.restoreSession()), drops,
					former.stream().flatMap((old) -> restored(old, former, created)))
			.flatMap((parts) -> parts)
			.filter((part) -> !part.isEmpty())
			.toList();
	}

	/** A former trigger is created again if it is gone, and brought back if it is not. */
	private Stream<List<String>> restored(KeptTrigger old, List<KeptTrigger> former, List<KeptTrigger> created) {
		return (find(created, old).isPresent() || heir(old, former, created).isPresent())
				? this.dialect.broughtBack(old, this.present).stream()
				: Stream.of(this.dialect.created(old, this.present));
	}

	/** What is kept from now on, and what need not be kept any more. */
	private List<String> afterwards(List<KeptTrigger> from, List<KeptTrigger> keptNow,
			List<KeptTrigger> keptMeanwhile) {
		Stream<String> forgotten = Stream
			.of(from.stream().filter((old) -> !old.present()), keptMeanwhile.stream(),
					this.leftovers.stream().filter((leftover) -> find(from, leftover).isPresent()))
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

	private static List<String> statements(List<KeptTrigger> triggers, Function<KeptTrigger, List<String>> statements) {
		return triggers.stream().flatMap((trigger) -> statements.apply(trigger).stream()).toList();
	}

	private static void add(List<TriggerStep> steps, List<String> statements) {
		if (!statements.isEmpty()) {
			steps.add(TriggerStep.of(statements));
		}
	}

}
