package dev.triggerview.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.triggerview.event.bank.Account;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A Spring Boot application with the bank's entities on one database, whose tables
 * Hibernate creates, and with the listeners that a test brings.
 */
final class EventsApplication implements AutoCloseable {

	private static EventsApplication shared;

	private static FreshDatabase sharedDatabase;

	private final ConfigurableApplicationContext context;

	private final EntityManager entityManager;

	private final TransactionTemplate transaction;

	private EventsApplication(ConfigurableApplicationContext context) {
		this.context = context;
		this.entityManager = SharedEntityManagerCreator
			.createSharedEntityManager(context.getBean(EntityManagerFactory.class));
		this.transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
	}

	static EventsApplication start(FreshDatabase database, Class<?> listeners, String... properties) {
		List<String> all = new ArrayList<>(List.of(database.springProperties()));
		all.addAll(List.of("spring.jpa.hibernate.ddl-auto=create", "spring.liquibase.enabled=false",
				"spring.jpa.open-in-view=false", "spring.main.banner-mode=off",
				"spring.jpa.properties.hibernate.jdbc.batch_size=20"));
		if (database.is(TestDatabase.SQLITE)) {
			all.add("spring.jpa.database-platform=" + SilentSqliteDialect.class.getName());
		}
		all.addAll(Arrays.asList(properties));
		return new EventsApplication(new SpringApplicationBuilder(Bank.class, listeners).web(WebApplicationType.NONE)
			.properties(all.toArray(String[]::new))
			.run());
	}

	/**
	 * Return the application that the tests of a class share on a database. The class
	 * calls {@link #closeShared()} before the database goes.
	 */
	static synchronized EventsApplication shared(FreshDatabase database, Class<?> listeners, String... properties) {
		if (sharedDatabase != database) {
			closeShared();
			shared = start(database, listeners, properties);
			sharedDatabase = database;
		}
		return shared;
	}

	static synchronized void closeShared() {
		if (shared != null) {
			shared.close();
			shared = null;
			sharedDatabase = null;
		}
	}

	ConfigurableApplicationContext context() {
		return this.context;
	}

	<B> B bean(Class<B> type) {
		return this.context.getBean(type);
	}

	/** Do something in a transaction of its own. */
	void inTransaction(Consumer<EntityManager> work) {
		this.transaction.executeWithoutResult((status) -> work.accept(this.entityManager));
	}

	/** Do something in a transaction of its own, and roll it back. */
	void inTransactionRolledBack(Consumer<EntityManager> work) {
		this.transaction.executeWithoutResult((status) -> {
			work.accept(this.entityManager);
			status.setRollbackOnly();
		});
	}

	<R> R fromTransaction(Function<EntityManager, R> work) {
		return this.transaction.execute((status) -> work.apply(this.entityManager));
	}

	@Override
	public void close() {
		this.context.close();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EntityScan(basePackageClasses = Account.class)
	@EnableJpaRepositories(basePackageClasses = Account.class)
	static class Bank {

	}

}
