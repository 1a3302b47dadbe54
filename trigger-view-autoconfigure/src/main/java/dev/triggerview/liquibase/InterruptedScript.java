package dev.triggerview.liquibase;

import java.util.List;

import dev.triggerview.trigger.KeptTrigger;
import dev.triggerview.trigger.TriggerDialect;
import liquibase.database.Database;

/**
 * A script that was interrupted while it made a change or undid it: it may have dropped a
 * trigger, or have let our store forget a disabled one, and not yet have created it
 * again. What was there before the change our store still has then.
 */
record InterruptedScript(TriggerChange change, Database database, RunningChange running) {

	/** Return the triggers that a change which is to be made finds nowhere else. */
	List<KeptTrigger> lost() {
		return this.change.isStillToBeMade(this.database) ? formerNowhere() : List.of();
	}

	/**
	 * Return the triggers that the rollback of a change which leaves them where they are
	 * finds nowhere else.
	 */
	List<KeptTrigger> lostByRollback() {
		TriggerDialect dialect = TriggerDialect.of(this.database.getShortName());
		List<KeptTrigger> lost = formerNowhere().stream().filter((former) -> !dialect.disables(former)).toList();
		return (!lost.isEmpty() && this.running.hasTable()) ? lost : List.of();
	}

	private List<KeptTrigger> formerNowhere() {
		return this.running.former()
			.orElse(List.of())
			.stream()
			.filter((former) -> this.running.inventory().find(List.of(former.name()), null).isEmpty())
			.toList();
	}

}
