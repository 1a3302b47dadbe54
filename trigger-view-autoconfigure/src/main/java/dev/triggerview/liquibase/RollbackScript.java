package dev.triggerview.liquibase;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import dev.triggerview.trigger.KeptTrigger;
import dev.triggerview.trigger.ScriptedTriggers;
import dev.triggerview.trigger.TriggerDialect;
import dev.triggerview.trigger.TriggerFeature;
import dev.triggerview.trigger.TriggerInventory;
import liquibase.database.Database;
import liquibase.statement.SqlStatement;

/** A script that undoes a change, written with a look at the database. */
record RollbackScript(TriggerChange change, Database database, RunningChange running) {

	/**
	 * Return the statements of a script that leads back to what was there before.
	 * @param names the names of those that shall not be there unless they are restored
	 * @param kept the names of those that only the store may have
	 */
	SqlStatement[] to(List<KeptTrigger> former, Collection<String> names, Collection<String> kept) {
		TriggerInventory now = this.running.inventory();
		ScriptedTriggers then = (former.isEmpty()
				|| dialect().support(TriggerFeature.FOLLOWS) == TriggerDialect.Support.NONE) ? now.scripted()
						: new UndoneByScript(this.change, this.change.table(this.database).orElse(null), this.database,
								(other) -> this.running.stored(other).former())
							.triggers(now);
		return of(then.script(names, isStoredByThen() ? kept : List.of(), this.running.relation(), former));
	}

	/** Return the statements of a script of a rollback, with those for the store. */
	SqlStatement[] of(List<String> statements) {
		List<String> all = new ArrayList<>(statements);
		if (isStoredByThen()) {
			all.addAll(this.running.stored().forget());
		}
		return TriggerStatements.of(dialect(), all);
	}

	/** A change that is still to be made, and looks at what is there, leaves a store. */
	private boolean isStoredByThen() {
		return this.running.isStored()
				|| !(this.change.isScriptable(this.database) || this.change.isMade(this.database));
	}

	private TriggerDialect dialect() {
		return TriggerDialect.of(this.database.getShortName());
	}

}
