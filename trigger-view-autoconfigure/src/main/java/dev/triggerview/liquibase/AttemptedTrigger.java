package dev.triggerview.liquibase;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.triggerview.trigger.TriggerDefinition;
import dev.triggerview.trigger.TriggerDialect;
import dev.triggerview.trigger.TriggerStep;
import liquibase.Scope;
import liquibase.SingletonObject;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import org.jspecify.annotations.Nullable;

/**
 * The trigger that a change was about to create, for whoever explains why it failed:
 * Liquibase's exceptions tell the statement only.
 *
 * @param trigger the trigger
 * @param database the name of the database
 * @param changeSet the change set, as file, id and author
 * @param undone whether the database undoes the change set when one of its statements
 * fails
 * @param alone whether the database undoes the statements for the trigger, and no others,
 * when one of them fails
 * @param changesBefore what the change set did before, in Liquibase's words
 * @param statements the statements that create the trigger
 */
public record AttemptedTrigger(TriggerDefinition trigger, String database, String changeSet, boolean undone,
		boolean alone, List<String> changesBefore, List<String> statements) {

	/**
	 * Return the trigger that this thread tried to create last, if a statement was part
	 * of that.
	 * @param statement the statement that failed
	 */
	public static Optional<AttemptedTrigger> with(String statement) {
		return Optional.ofNullable(memory().last).filter((attempt) -> attempt.statements.contains(statement.strip()));
	}

	static void remember(Change change, TriggerDialect dialect, TriggerDefinition trigger, List<TriggerStep> steps) {
		ChangeSet changeSet = change.getChangeSet();
		if (changeSet != null) {
			memory().last = new AttemptedTrigger(trigger, dialect.name(), changeSet.toString(false),
					dialect.transactionalDdl() && changeSet.isRunInTransaction(),
					RunningSteps.isOwnTransaction(dialect, changeSet), before(change, changeSet),
					steps.stream().flatMap((step) -> step.statements().stream()).map(String::strip).toList());
		}
	}

	/**
	 * Return the first line of each statement for the trigger that was run before another
	 * and is not undone.
	 */
	public List<String> statementsBefore(String statement) {
		return this.statements.stream()
			.takeWhile((each) -> !this.alone && !each.equals(statement.strip()))
			.map((each) -> each.lines().findFirst().orElse(each))
			.toList();
	}

	private static List<String> before(Change change, ChangeSet changeSet) {
		return changeSet.getChanges()
			.stream()
			.takeWhile((each) -> each != change)
			.flatMap((each) -> Stream.ofNullable(each.getConfirmationMessage()))
			.toList();
	}

	private static Memory memory() {
		return Scope.getCurrentScope().getSingleton(Memory.class);
	}

	/** One for each root scope of Liquibase. */
	static final class Memory implements SingletonObject {

		private volatile @Nullable AttemptedTrigger last;

	}

}
