package dev.triggerview.liquibase;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.triggerview.trigger.KeptTrigger;
import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.ScriptedTriggers;
import dev.triggerview.trigger.TriggerDialect;
import liquibase.database.Database;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.statement.SqlStatement;

/**
 * A change that a script makes by dropping triggers and creating them again, or keeping
 * them in our store. What they are by then, the database tells, and the changes that the
 * script makes before.
 */
final class ScriptedChange {

	private final TriggerChange change;

	private final Database database;

	private final RunningChange running;

	private final MadeByScript before;

	private final ScriptedTriggers triggers;

	ScriptedChange(TriggerChange change, Database database) {
		this.change = change;
		this.database = database;
		this.running = RunningChange.of(change, database);
		this.before = new MadeByScript(change, database, change.table(database).orElse(null));
		Set<String> names = new LinkedHashSet<>(change.touched(database));
		names.addAll(this.before.renamed());
		this.running.find(names);
		this.triggers = this.before.triggers(this.running.inventory());
	}

	/** Return the triggers at the moment of the change. */
	ScriptedTriggers triggers() {
		return this.triggers;
	}

	/** Return whether the database itself disables the triggers of a name. */
	boolean areDisabledThere(String trigger, Collection<String> names) {
		return this.running.areDisabledThere(trigger) && this.triggers.find(names)
			.stream()
			.allMatch(TriggerDialect.of(this.database.getShortName())::disables);
	}

	/** Return the triggers that stand for a name, of which there must be one. */
	List<KeptTrigger> require(String trigger, Collection<String> names) {
		this.before.unknown(trigger).ifPresent((changeSet) -> {
			throw unknown(trigger, "runs the SQL of change set " + changeSet.toString(false) + " before",
					", or create the trigger by createTrigger");
		});
		List<KeptTrigger> found = find(trigger, names);
		this.before.rewriting(found).ifPresent((changeSet) -> {
			throw unknown(trigger, "makes change set " + changeSet.toString(false)
					+ " before, and SQLite writes a name that is changed into triggers", "");
		});
		this.triggers.hidden(found).ifPresent((reason) -> {
			throw new UnexpectedLiquibaseException(
					this.change.change() + ": " + reason + ", so that a script cannot create it again");
		});
		return found;
	}

	private UnexpectedLiquibaseException unknown(String trigger, String reason, String further) {
		return new UnexpectedLiquibaseException(
				("%s: what trigger %s is when a script makes the change is not known, because the script %s;"
						+ " run the update up to it with a connection%s")
					.formatted(this.change.change(), trigger, reason, further));
	}

	private List<KeptTrigger> find(String trigger, Collection<String> names) {
		List<KeptTrigger> found = this.triggers.find(names);
		if (found.isEmpty()) {
			this.running.require(trigger);
			throw new UnexpectedLiquibaseException(
					"%s: the script drops or renames trigger %s before".formatted(this.change.change(), trigger));
		}
		return found;
	}

	/** Return the statements that forget what the store has of triggers by then. */
	List<String> forget(Collection<String> names) {
		return this.triggers.forget(names, this.running.relation());
	}

	/** Refuse names that triggers of other tables have. */
	void requireFree(List<KeptTrigger> existing, List<KeptTrigger> wanted) {
		this.running.requireFree(existing, wanted.stream().map(KeptTrigger::name).toList());
	}

	/**
	 * Return the statements that lead from triggers to others, and keep what was there.
	 */
	SqlStatement[] change(List<KeptTrigger> from, List<KeptTrigger> to) {
		return keeping(from, this.triggers.change(from, to, table(from).orElse(this.running.relation())));
	}

	/**
	 * Return the table of triggers that were found by their names alone, empty if the
	 * change tells it or may be for another schema.
	 */
	Optional<RelationName> table(List<KeptTrigger> found) {
		boolean unknown = this.change.table(this.database).isEmpty() && this.change.isLooking(this.database);
		return unknown ? found.stream().map(KeptTrigger::table).findFirst() : Optional.empty();
	}

	/** Return statements behind those that keep what was there, if that is known. */
	SqlStatement[] keeping(List<KeptTrigger> from, List<String> change) {
		List<String> statements = new ArrayList<>();
		if (this.change.isLooking(this.database)) {
			statements.addAll(this.before.store(this.running.isStored()));
			statements.addAll(this.running.stored().keep(from, (trigger) -> false));
		}
		statements.addAll(change);
		return TriggerStatements.of(TriggerDialect.of(this.database.getShortName()), statements);
	}

}
