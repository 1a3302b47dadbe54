package dev.triggerview.liquibase;

import java.util.List;
import java.util.Optional;

import dev.triggerview.trigger.Function;
import dev.triggerview.trigger.FunctionDefinition;
import dev.triggerview.trigger.TriggerStep;
import liquibase.Scope;
import liquibase.change.DatabaseChange;
import liquibase.change.DatabaseChangeProperty;
import liquibase.database.Database;
import liquibase.diff.output.changelog.DiffToChangeLog;
import liquibase.exception.RollbackImpossibleException;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Drops a function and keeps what it was, so that rolling back restores it as it was. */
@DatabaseChange(name = "dropFunction", description = "Drops a function", priority = 0)
public class DropFunctionChange extends FunctionChange {

	private @Nullable Boolean ifExists;

	/** Return the attribute {@code ifExists}. */
	@DatabaseChangeProperty(description = "Whether it may be that there is no such function",
			requiredForDatabase = "none")
	public @Nullable Boolean getIfExists() {
		return this.ifExists;
	}

	/** Set the attribute {@code ifExists}. */
	public void setIfExists(@Nullable Boolean ifExists) {
		this.ifExists = ifExists;
	}

	@Override
	List<String> problems(Database database) {
		return (getFunctionName() == null) ? List.of("dropFunction needs a functionName") : List.of();
	}

	@Override
	public SqlStatement[] generateStatements(Database database) {
		if (getFunctionName() == null) {
			return new SqlStatement[0];
		}
		if (!isRunning(database)) {
			if (isConnected(database)) {
				return new ScriptedFunction(this, database).drop(isOptional());
			}
			List<String> drop = dialect(database).drop(name(database), arguments());
			return TriggerStatements.of(dialect(database).triggers(),
					isDropAll(database) ? dialect(database).unlessNeeded(drop) : drop);
		}
		RunningFunction running = new RunningFunction(this, database);
		boolean optional = isOptional() || running.former().isPresent();
		boolean missing = optional && running.find(arguments()).isEmpty();
		return running.drop(TriggerStep.of(missing ? List.of() : dialect(database).drop(running.require())));
	}

	private boolean isOptional() {
		return Boolean.TRUE.equals(this.ifExists);
	}

	/** Only dropAll makes a change that comes from a comparison. */
	private static boolean isDropAll(Database database) {
		return LiveDatabase.isLive(database)
				&& !Scope.getCurrentScope().has(DiffToChangeLog.DIFF_OUTPUT_CONTROL_SCOPE_KEY);
	}

	@Override
	public SqlStatement[] generateRollbackStatements(Database database) throws RollbackImpossibleException {
		if (getFunctionName() == null) {
			return new SqlStatement[0];
		}
		if (!isRunning(database)) {
			return scriptBack(database, arguments())
				.orElseThrow(() -> new RollbackImpossibleException("What function " + getFunctionName()
						+ " was before dropFunction, only a database knows in which dropFunction was made with a"
						+ " connection; run the rollback there or add a rollback block"));
		}
		RunningFunction running = new RunningFunction(this, database);
		List<Function> former = running.former()
			.orElseThrow(() -> new UnexpectedLiquibaseException("What function " + getFunctionName()
					+ " was before dropFunction is not known, because a script dropped it, Liquibase has only marked the"
					+ " change set as run (changelogSync), or the store of functions is gone; add a rollback block with"
					+ " its createFunction, or an empty one"));
		return running.rollBackDrop(former);
	}

	@Override
	Optional<FunctionDefinition> created(Database database) {
		return Optional.empty();
	}

	@Override
	public String getConfirmationMessage() {
		return "Function " + getFunctionName() + " dropped";
	}

}
