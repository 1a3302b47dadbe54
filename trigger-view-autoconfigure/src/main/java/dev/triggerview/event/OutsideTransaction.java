package dev.triggerview.event;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs listeners after a transaction that Spring still takes for active: a listener that
 * joined it would write what nobody commits.
 *
 * @param manager returns who has run the transaction, null when nobody we know has
 */
record OutsideTransaction(Supplier<@Nullable JpaTransactionManager> manager) {

	void run(Runnable listeners) {
		JpaTransactionManager manager = this.manager.get();
		if (manager == null) {
			listeners.run();
			return;
		}
		TransactionTemplate outside = new TransactionTemplate(manager);
		outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
		outside.executeWithoutResult((status) -> listeners.run());
	}

}
