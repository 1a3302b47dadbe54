package dev.triggerview.benchmarks.events;

import java.util.List;
import java.util.function.Consumer;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;

import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The work that is measured: one transaction that writes many accounts. */
class Accounts {

	private final EntityManager entities;

	private final TransactionTemplate transaction;

	private long lastId;

	Accounts(EntityManagerFactory factory, PlatformTransactionManager transactions) {
		this.entities = SharedEntityManagerCreator.createSharedEntityManager(factory);
		this.transaction = new TransactionTemplate(transactions);
	}

	void insert(Bridge bridge, int accounts) {
		work((session) -> {
			for (int account = 0; account < accounts; account++) {
				session.persist(bridge.account().open(++this.lastId));
			}
		});
	}

	void update(Bridge bridge) {
		work((session) -> all(session, bridge).forEach(AbstractAccount::deposit));
	}

	void clear() {
		work((session) -> {
			session.createNativeQuery("truncate table account").executeUpdate();
			session.createNativeQuery("truncate table account_log").executeUpdate();
		});
	}

	private void work(Consumer<EntityManager> work) {
		this.transaction.executeWithoutResult((status) -> work.accept(this.entities));
	}

	private static List<? extends AbstractAccount> all(EntityManager session, Bridge bridge) {
		Class<? extends AbstractAccount> type = bridge.account().getClass();
		return session.createQuery("from " + type.getSimpleName(), type).getResultList();
	}

}
