package dev.triggerview.liquibase;

import java.sql.Connection;
import java.util.List;
import java.util.function.Predicate;

import dev.triggerview.trigger.TriggerDialect;
import dev.triggerview.trigger.TriggerStep;
import dev.triggerview.trigger.TriggerStore;
import liquibase.Scope;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.sql.visitor.SqlVisitor;
import liquibase.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Hands the steps of a change that is being made in a database to Liquibase: as a whole
 * where no transaction undoes what comes before a failure, and as a transaction of their
 * own where the database can do that and the change set has none. Liquibase applies
 * {@code modifySql} only to what does not execute itself.
 */
final class RunningSteps {

	private final StoredCodeChange change;

	private final Database database;

	private final TriggerDialect dialect;

	private final Connection connection;

	private final TriggerStore store;

	RunningSteps(StoredCodeChange change, Database database) {
		this.change = change;
		this.database = database;
		this.dialect = TriggerDialect.of(database.getShortName());
		this.connection = LiveDatabase.connection(database);
		this.store = new TriggerNames(database).store();
	}

	/** Return the statements of steps that change no trigger, followed by others. */
	SqlStatement[] tell(List<TriggerStep> steps, SqlStatement... further) {
		return TriggerStatements.of(this.dialect, this.connection, steps, further);
	}

	/** Return the statements of steps, followed by others. */
	SqlStatement[] make(List<TriggerStep> steps, StoreRecovery.Reading before, SqlStatement... further) {
		return statements(steps, (visitor) -> true, before, further);
	}

	/** Return the statements of the steps of a rollback. */
	SqlStatement[] rollBack(List<TriggerStep> steps, StoreRecovery.Reading before) {
		return statements(steps, SqlVisitor::isApplyToRollback, before);
	}

	private SqlStatement[] statements(List<TriggerStep> steps, Predicate<SqlVisitor> applied,
			StoreRecovery.Reading before, SqlStatement... further) {
		if (isOwnTransaction()) {
			return TriggerStatements.of(this.dialect, this.connection, inTransaction(steps, applied), further);
		}
		return isUndone()
				? TriggerStatements.of(this.dialect, this.connection, modified(steps, TriggerStep::locked, applied),
						further)
				: TriggerStatements.whole(modified(steps, (step) -> true, applied), this.connection,
						new StoreRecovery(this.connection, this.store, before), further);
	}

	private boolean isUndone() {
		return this.dialect.transactionalDdl() && !isOwnTransaction();
	}

	private boolean isOwnTransaction() {
		return isOwnTransaction(this.dialect, this.change.getChangeSet());
	}

	/** Return whether the steps are a transaction that is not that of the change set. */
	static boolean isOwnTransaction(TriggerDialect dialect, @Nullable ChangeSet changeSet) {
		return changeSet != null && !changeSet.isRunInTransaction() && dialect.transactionalDdl();
	}

	private List<TriggerStep> inTransaction(List<TriggerStep> steps, Predicate<SqlVisitor> applied) {
		return List.of(TriggerStep.transaction(this.dialect, modified(steps, (step) -> true, applied),
				Scope.getCurrentScope().getLog(RunningSteps.class)::warning));
	}

	/** Return the steps that run as a whole with {@code modifySql} applied. */
	List<TriggerStep> modified(List<TriggerStep> steps) {
		return isOwnTransaction() ? inTransaction(steps, (visitor) -> true)
				: modified(steps, TriggerStep::locked, (visitor) -> true);
	}

	private List<TriggerStep> modified(List<TriggerStep> steps, Predicate<TriggerStep> whole,
			Predicate<SqlVisitor> applied) {
		ChangeSet changeSet = this.change.getChangeSet();
		List<SqlVisitor> visitors = (changeSet != null) ? changeSet.getSqlVisitors().stream().filter(applied).toList()
				: List.of();
		return steps.stream()
			.map((step) -> whole.test(step) ? step.modified((sql) -> modified(sql, visitors)) : step)
			.toList();
	}

	/** What the store is told is none of the statements that the changelog knows. */
	private String modified(String sql, List<SqlVisitor> visitors) {
		String modified = sql;
		for (SqlVisitor visitor : this.store.isIn(sql) ? List.<SqlVisitor>of() : visitors) {
			modified = visitor.modifySql(modified, this.database);
		}
		return modified;
	}

}
