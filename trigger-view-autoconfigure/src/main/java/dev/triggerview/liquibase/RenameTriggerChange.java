package dev.triggerview.liquibase;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.triggerview.trigger.KeptTrigger;
import dev.triggerview.trigger.RelationName;
import dev.triggerview.trigger.ScriptedTriggers;
import dev.triggerview.trigger.TriggerDialect;
import dev.triggerview.trigger.TriggerStep;
import liquibase.change.DatabaseChange;
import liquibase.change.DatabaseChangeProperty;
import liquibase.database.Database;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.exception.ValidationErrors;
import liquibase.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Gives a trigger another name. Where the database has no statement for that, it is
 * dropped and created again with the same body. Rolling back brings the old name back.
 */
@DatabaseChange(name = "renameTrigger", description = "Renames a trigger", priority = 0)
public class RenameTriggerChange extends TriggerChange {

	private @Nullable String oldTriggerName;

	private @Nullable String newTriggerName;

	/** Return the attribute {@code oldTriggerName}. */
	@DatabaseChangeProperty(description = "Name of the trigger", requiredForDatabase = "all")
	public @Nullable String getOldTriggerName() {
		return this.oldTriggerName;
	}

	/** Set the attribute {@code oldTriggerName}. */
	public void setOldTriggerName(@Nullable String oldTriggerName) {
		this.oldTriggerName = oldTriggerName;
	}

	/** Return the attribute {@code newTriggerName}. */
	@DatabaseChangeProperty(description = "New name of the trigger", requiredForDatabase = "all")
	public @Nullable String getNewTriggerName() {
		return this.newTriggerName;
	}

	/** Set the attribute {@code newTriggerName}. */
	public void setNewTriggerName(@Nullable String newTriggerName) {
		this.newTriggerName = newTriggerName;
	}

	@Override
	String subject() {
		return place() + "." + this.oldTriggerName + " " + this.newTriggerName;
	}

	@Override
	void check(Database database, ValidationErrors errors) {
		Stream
			.of((this.oldTriggerName == null) ? "renameTrigger needs an oldTriggerName" : "",
					(this.newTriggerName == null) ? "renameTrigger needs a newTriggerName" : "",
					missingTable(database, this.oldTriggerName), sameName(), tooLong(database))
			.filter((problem) -> !problem.isEmpty())
			.forEach(errors::addError);
	}

	private String sameName() {
		return (this.oldTriggerName != null && this.oldTriggerName.equals(this.newTriggerName))
				? "renameTrigger: oldTriggerName and newTriggerName are both " + this.oldTriggerName : "";
	}

	private String tooLong(Database database) {
		TriggerDialect dialect = TriggerDialect.of(database.getShortName());
		return (this.newTriggerName != null)
				? dialect.invalidName(this.newTriggerName).map((reason) -> "renameTrigger: " + reason).orElse("") : "";
	}

	@Override
	public SqlStatement[] generateStatements(Database database) {
		String from = this.oldTriggerName;
		String to = this.newTriggerName;
		if (from == null || to == null) {
			return new SqlStatement[0];
		}
		if (LiveDatabase.isLive(database)) {
			return rename(RunningChange.of(this, database), database);
		}
		if (!isScriptable(database)) {
			return rewritten(database);
		}
		return TriggerStatements.of(TriggerDialect.of(database.getShortName()),
				script(database, oldName(database), newName(database)));
	}

	/** A script drops the trigger and creates it again. */
	private SqlStatement[] rewritten(Database database) {
		if (!isLooking(database)) {
			throw unscriptable(database, oldName(database));
		}
		ScriptedChange script = new ScriptedChange(this, database);
		List<KeptTrigger> found = script.require(oldName(database), oldNames(database));
		if (!found.containsAll(script.triggers().find(newNames(database)))) {
			throw exists(oldName(database), newName(database));
		}
		List<KeptTrigger> renamed = script.triggers().renamed(found, oldName(database), newName(database));
		script.requireFree(found, renamed);
		return script.change(found, renamed);
	}

	@Override
	ScriptedTriggers made(ScriptedTriggers before, Database database) {
		List<KeptTrigger> found = before.find(oldNames(database));
		return before.made(found, before.renamed(found, oldName(database), newName(database)));
	}

	/** A rollback that failed later, or died, has made it already. */
	@Override
	public SqlStatement[] generateRollbackStatements(Database database) {
		String from = Objects.requireNonNull(this.newTriggerName);
		String to = Objects.requireNonNull(this.oldTriggerName);
		TriggerNames names = names(database);
		if (!LiveDatabase.isLive(database)) {
			return scriptBack(database);
		}
		RunningChange running = RunningChange.of(this, database);
		List<KeptTrigger> found = running.findRenamed(this);
		List<KeptTrigger> lost = found.isEmpty() ? new InterruptedScript(this, database, running).lostByRollback()
				: List.of();
		if (!lost.isEmpty()) {
			return running.rollBack(running.inventory().change(List.of(), lost), List.of());
		}
		if (found.isEmpty() && running.former().isPresent() && !running.find(to).isEmpty()) {
			return new SqlStatement[0];
		}
		if (found.isEmpty()) {
			found = running.require(from);
		}
		return running.rollBack(steps(running, found, names.object(from), names.object(to), running.find(to)),
				List.of());
	}

	/** The old name as the catalog has it, or an empty one if there is none. */
	String oldName(Database database) {
		return (this.oldTriggerName != null) ? names(database).object(this.oldTriggerName) : "";
	}

	/** The new name as the catalog has it, or an empty one if there is none. */
	String newName(Database database) {
		return (this.newTriggerName != null) ? names(database).object(this.newTriggerName) : "";
	}

	/**
	 * Return whether the new name is one of some, as the catalog has them. To find out
	 * how the catalog has a name is slow.
	 */
	boolean leadsTo(Set<String> names, Database database) {
		return names.stream().anyMatch((name) -> TriggerNames.mayBe(name, this.newTriggerName))
				&& names.contains(newName(database));
	}

	/** What becomes of a name. */
	String renamed(Database database, String name) {
		return TriggerDialect.of(database.getShortName()).renamed(name, oldName(database), newName(database));
	}

	private SqlStatement[] rename(RunningChange running, Database database) {
		String from = oldName(database);
		String to = newName(database);
		List<KeptTrigger> renamed = running.findRenamed(this);
		List<KeptTrigger> lost = lost(running, renamed, database);
		if (!lost.isEmpty()) {
			List<KeptTrigger> found = Stream.concat(running.find(from).stream(), lost.stream()).toList();
			return running.make(found, (each) -> true, running.rename(found, from, to));
		}
		if (running.former().isPresent() && running.find(from).isEmpty() && !renamed.isEmpty()) {
			return new SqlStatement[0];
		}
		List<KeptTrigger> found = running.require(from);
		return running.make(found, (each) -> true, steps(running, found, from, to, renamed));
	}

	/** One that has its new name is not lost. */
	private List<KeptTrigger> lost(RunningChange running, List<KeptTrigger> renamed, Database database) {
		List<String> names = renamed.stream().map(KeptTrigger::name).toList();
		return new InterruptedScript(this, database, running).lost()
			.stream()
			.filter((old) -> !names.contains(renamed(database, old.name())))
			.toList();
	}

	/**
	 * Return the name that a trigger has by now: the new one if an attempt that failed
	 * later, or an older version of the change set, has made this change.
	 */
	String nameByNow(Database database, RelationName table, String trigger) {
		TriggerNames names = names(database);
		String from = names.object(Objects.requireNonNull(this.oldTriggerName));
		String to = names.object(Objects.requireNonNull(this.newTriggerName));
		boolean same = from.equals(trigger) && (getTableName() == null
				|| names.relation(getCatalogName(), getSchemaName(), getTableName()).equals(table));
		if (!same) {
			return trigger;
		}
		RunningChange running = RunningChange.of(this, database);
		boolean made = running.former().isPresent() && !running.findRenamed(this).isEmpty()
				&& isInterrupted(running, left(running, running.find(from), to), from, to);
		return made ? to : trigger;
	}

	/**
	 * A renaming that was interrupted goes on where it stopped. A database that does not
	 * tell upper and lower case apart finds a trigger by both names.
	 */
	private static List<TriggerStep> steps(RunningChange running, List<KeptTrigger> found, String from, String to,
			List<KeptTrigger> present) {
		List<KeptTrigger> left = left(running, found, to);
		if (!found.containsAll(present) && !isInterrupted(running, left, from, to)) {
			throw exists(from, to);
		}
		return running.rename(left, from, to);
	}

	private static UnexpectedLiquibaseException exists(String from, String to) {
		return new UnexpectedLiquibaseException("renameTrigger: there is a trigger " + to + " already, so that " + from
				+ " cannot be renamed; nothing was changed");
	}

	/** The triggers that do not have their new name yet. */
	private static List<KeptTrigger> left(RunningChange running, List<KeptTrigger> found, String to) {
		return found.stream().filter((trigger) -> !running.inventory().isNamed(trigger, to)).toList();
	}

	private static boolean isInterrupted(RunningChange running, List<KeptTrigger> found, String from, String to) {
		return found.stream().allMatch((trigger) -> running.inventory().isInterruptedRenaming(trigger, from, to));
	}

	/**
	 * What is there now comes back under its old name, from whatever it was by then. Only
	 * our store may have it, which no statement renames.
	 */
	private SqlStatement[] scriptBack(Database database) {
		String from = newName(database);
		String to = oldName(database);
		boolean there = !isConnected(database) || RunningChange.of(this, database).areDisabledThere(to);
		if (isScriptable(database) && isMade(database) && there) {
			return scriptBack(database, script(database, from, to));
		}
		Set<String> renamed = newNames(database);
		return scriptBack(database, renamed, renamed, (running) -> running.find(to))
			.orElseThrow(() -> unscriptable(database, from));
	}

	@Override
	Set<String> touched(Database database) {
		Set<String> names = oldNames(database);
		names.addAll(newNames(database));
		return names;
	}

	private Set<String> oldNames(Database database) {
		return new DeclaredBefore(this, database).names(oldName(database), relation(database, this.oldTriggerName),
				getTableName() != null);
	}

	/** Return the names that the triggers have after the change. */
	Set<String> newNames(Database database) {
		return oldNames(database).stream()
			.map((name) -> renamed(database, name))
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/** No statement renames what only our store has by then. */
	@Override
	boolean isScriptable(Database database) {
		return !script(database, oldName(database), newName(database)).isEmpty()
				&& (!isLooking(database) || new ScriptedChange(this, database).triggers()
					.find(oldNames(database))
					.stream()
					.allMatch(KeptTrigger::present));
	}

	private List<String> script(Database database, String from, String to) {
		return TriggerDialect.of(database.getShortName()).rename(from, relation(database, this.oldTriggerName), to);
	}

	@Override
	public String getConfirmationMessage() {
		return "Trigger " + this.oldTriggerName + " renamed to " + this.newTriggerName;
	}

}
