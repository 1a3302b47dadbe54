package dev.triggerview.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import dev.triggerview.trigger.TriggerInventory;
import dev.triggerview.trigger.TriggerStep;
import dev.triggerview.trigger.TriggerStore;

/**
 * Brings our store back to what it was before a change that failed and changed nothing.
 * What it was told would be taken for true otherwise: that a trigger is away for a
 * moment, or that it was so before a change that is made much later.
 *
 * @param now reads the triggers
 * @param before the triggers before the change
 * @param further what else the store has to forget
 */
record StoreRecovery(Connection connection, TriggerStore store, Reading now, TriggerInventory before,
		List<String> further) implements WholeStatement.Recovery {

	/** Liquibase rolls back, too, so that only what was committed before stays. */
	@Override
	public void recover() throws SQLException {
		boolean transaction = !this.connection.getAutoCommit();
		if (transaction) {
			this.connection.rollback();
		}
		if (this.store.exists(this.connection)) {
			Optional<List<String>> kept = this.now.read().storeOf(this.before);
			if (kept.isPresent()) {
				TriggerStep.of(kept.get()).run(this.connection);
				TriggerStep.of(this.further).run(this.connection);
			}
		}
		if (transaction) {
			this.connection.commit();
		}
	}

	interface Reading {

		TriggerInventory read() throws SQLException;

	}

}
