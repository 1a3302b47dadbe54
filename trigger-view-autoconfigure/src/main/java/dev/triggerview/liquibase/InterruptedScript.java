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
		List<KeptTrigger> lost = formerNowhere();
		return (!lost.isEmpty() && this.change.isStillToBeMade(this.database)) ? lost : List.of();
	}

	/**
	 * Return the triggers that a change of their state which is to be made finds nowhere
	 * else.
	 */
	List<KeptTrigger> lostByState() {
		return lost().stream().filter(this::isRewritten).toList();
	}

	/**
	 * Return the triggers that the rollback of a change which leaves them where they are
	 * finds nowhere else.
	 */
	List<KeptTrigger> lostByRollback() {
		List<KeptTrigger> lost = formerNowhere().stream().filter(this::isRewritten).toList();
		return (!lost.isEmpty() && this.running.hasTable()) ? lost : List.of();
	}

	/** Where the database disables it, nobody has dropped it for that. */
	private boolean isRewritten(KeptTrigger former) {
		return !TriggerDialect.of(this.database.getShortName()).disables(former);
	}

	private List<KeptTrigger> formerNowhere() {
		return this.running.former()
			.orElse(List.of())
			.stream()
			.filter((former) -> this.running.inventory().find(List.of(former.name()), null).isEmpty())
			.toList();
	}

}
