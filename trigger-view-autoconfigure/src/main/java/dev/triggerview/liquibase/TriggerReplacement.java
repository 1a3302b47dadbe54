package dev.triggerview.liquibase;

import java.util.List;
import java.util.stream.Stream;

import dev.triggerview.trigger.KeptTrigger;
import dev.triggerview.trigger.TriggerDefinition;
import dev.triggerview.trigger.TriggerDialect;
import dev.triggerview.trigger.TriggerState;
import dev.triggerview.trigger.TriggerStep;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.statement.SqlStatement;

/**
 * Puts a declared trigger into the place of the one that is there, if any. What the
 * declaration does not say stays as it is: whether the trigger is enabled, its comment
 * and its place in the firing order.
 */
final class TriggerReplacement {

	private final CreateTriggerChange change;

	private final Database database;

	private final RunningChange running;

	TriggerReplacement(CreateTriggerChange change, Database database) {
		this.change = change;
		this.database = database;
		this.running = RunningChange.of(change, database);
	}

	/** The statements; none that define anything if nothing would change. */
	SqlStatement[] statements(TriggerDialect dialect, TriggerDefinition definition) {
		TriggerDefinition declared = byNow(definition);
		List<KeptTrigger> lost = lost();
		List<KeptTrigger> existing = Stream.concat(this.running.find(declared).stream(), lost.stream()).toList();
		// A trigger of an attempt that failed later is replaced in any case.
		if (this.running.former().isEmpty()) {
			requireReplaceable(this.change, existing);
		}
		if (lost.isEmpty() && isUnchanged(declared, existing)) {
			return this.running.make(declared, existing, List.of());
		}
		this.running.requireText(existing);
		TriggerDefinition merged = merged(this.change, declared, existing);
		this.running.requireFree(existing, dialect.triggerNames(merged));
		List<TriggerStep> steps = this.running.inventory().replace(existing, merged);
		AttemptedTrigger.remember(this.change, dialect, merged, steps);
		return this.running.make(declared, existing, steps);
	}

	/** One that an attempt has replaced under another name is not lost. */
	private List<KeptTrigger> lost() {
		return this.running.stored().finished() ? List.of()
				: new InterruptedScript(this.change, this.database, this.running).lost();
	}

	/** Refuse to replace triggers where a change only creates. */
	static void requireReplaceable(CreateTriggerChange change, List<KeptTrigger> existing) {
		if (!existing.isEmpty() && !change.replaces()) {
			throw new UnexpectedLiquibaseException(("createTrigger: there is a trigger %s on %s already; nothing was"
					+ " changed. Drop it before, or set replaceIfExists")
				.formatted(existing.get(0).name(), existing.get(0).table()));
		}
	}

	/**
	 * What was there before comes back; without knowledge of it, the trigger is dropped.
	 */
	SqlStatement[] rollBack(TriggerDefinition declared) {
		List<KeptTrigger> existing = this.running.find(declared);
		this.running.requireSeen(declared, existing);
		List<KeptTrigger> former = this.running.former().orElse(List.of());
		this.running.requireFree(existing, former.stream().map(KeptTrigger::name).toList());
		return this.running.rollBack(this.running.inventory().change(existing, former),
				this.running.stored().edited(existing));
	}

	/**
	 * A trigger that a later change of the change set has renamed is replaced under its
	 * new name: statements may have been committed by an attempt that failed after them.
	 */
	private TriggerDefinition byNow(TriggerDefinition declared) {
		String name = declared.name();
		for (Change later : changesAfter()) {
			if (later instanceof RenameTriggerChange renaming) {
				name = renaming.nameByNow(this.database, declared.table(), name);
			}
		}
		return name.equals(declared.name()) ? declared : declared.toBuilder().name(name).build();
	}

	private List<Change> changesAfter() {
		ChangeSet changeSet = this.change.getChangeSet();
		return (changeSet != null)
				? changeSet.getChanges().stream().dropWhile((before) -> before != this.change).skip(1).toList()
				: List.of();
	}

	private boolean isUnchanged(TriggerDefinition declared, List<KeptTrigger> existing) {
		return existing.stream()
			.allMatch((trigger) -> !trigger.interrupted() && hasDeclaredState(declared, trigger)
					&& hasDeclaredRemarks(declared, trigger))
				&& this.running.isUnchanged(declared, existing);
	}

	private boolean hasDeclaredState(TriggerDefinition declared, KeptTrigger trigger) {
		return !declaresState(this.change) || trigger.state() == declared.state();
	}

	private static boolean hasDeclaredRemarks(TriggerDefinition declared, KeptTrigger trigger) {
		return declared.remarks() == null || trigger.trigger().remarks().filter(declared.remarks()::equals).isPresent();
	}

	/** The definition with what it does not say of the trigger that it replaces. */
	static TriggerDefinition merged(CreateTriggerChange change, TriggerDefinition declared, List<KeptTrigger> former) {
		return former.isEmpty() ? declared : merge(change, declared, former.get(0));
	}

	private static TriggerDefinition merge(CreateTriggerChange change, TriggerDefinition declared,
			KeptTrigger existing) {
		TriggerState state = declaresState(change) ? declared.state() : existing.state();
		String remarks = (declared.remarks() != null) ? declared.remarks() : existing.trigger().remarks().orElse(null);
		return declared.toBuilder().state(state).remarks(remarks).build();
	}

	private static boolean declaresState(CreateTriggerChange change) {
		return change.getEnabled() != null || change.getDisabled() != null;
	}

}
