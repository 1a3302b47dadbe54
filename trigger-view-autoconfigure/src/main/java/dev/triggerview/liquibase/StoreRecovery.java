package dev.triggerview.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import dev.triggerview.trigger.TriggerStep;
import dev.triggerview.trigger.TriggerStore;

/**
 * Brings our store back to what it was before a change that failed and changed nothing.
 * What it was told would be taken for true otherwise: that a trigger is away for a
 * moment, or that it was so before a change that is made much later.
 *
 * @param before tells what gives the store its former content
 */
record StoreRecovery(Connection connection, TriggerStore store, Reading before) implements WholeStatement.Recovery {

	/** Liquibase rolls back, too, so that only what was committed before stays. */
	@Override
	public void recover() throws SQLException {
		boolean transaction = !this.connection.getAutoCommit();
		if (transaction) {
			this.connection.rollback();
		}
		if (this.store.exists(this.connection)) {
			TriggerStep.of(this.before.read().orElse(List.of())).run(this.connection);
		}
		if (transaction) {
			this.connection.commit();
		}
	}

	interface Reading {

		/**
		 * Return the statements; empty if triggers or functions are not those of before.
		 */
		Optional<List<String>> read() throws SQLException;

	}

}
