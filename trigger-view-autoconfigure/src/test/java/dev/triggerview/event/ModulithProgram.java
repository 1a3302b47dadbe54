package dev.triggerview.event;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import javax.sql.DataSource;

import dev.triggerview.event.bank.Account;
import dev.triggerview.event.bank.Ticket;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.awaitility.Awaitility;
import org.hibernate.mapping.Table;
import org.hibernate.tool.schema.internal.DefaultSchemaFilter;
import org.hibernate.tool.schema.internal.DefaultSchemaFilterProvider;
import org.hibernate.tool.schema.spi.SchemaFilter;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An application for each database with Spring Modulith's registry of event publications,
 * in a JVM of their own. With {@code die} each commits a change, and all are killed
 * before any listener hears of it, with {@code live} they start again and wait until
 * everything is handled. The other arguments are their properties.
 */
final class ModulithProgram {

	/** What the program exits with when it was killed as planned. */
	static final int KILLED = 17;

	private ModulithProgram() {
	}

	public static void main(String[] arguments) throws InterruptedException {
		List<String> applications = List.of(arguments).subList(1, arguments.length);
		if (arguments[0].equals("die")) {
			CountDownLatch committed = new CountDownLatch(applications.size());
			applications.forEach((properties) -> new Thread(() -> change(start(properties), committed)).start());
			Runtime.getRuntime().halt(committed.await(8, TimeUnit.MINUTES) ? KILLED : 1);
		}
		applications.forEach((properties) -> {
			try (ConfigurableApplicationContext context = start(properties)) {
				awaitHandling(context);
			}
		});
	}

	private static ConfigurableApplicationContext start(String properties) {
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties(properties.split("\n"))
			.run();
	}

	private static void awaitHandling(ConfigurableApplicationContext context) {
		JdbcClient jdbc = JdbcClient.create(context.getBean(DataSource.class));
		String registry = context.getEnvironment().getRequiredProperty("registry");
		Awaitility.await()
			.atMost(5, TimeUnit.MINUTES)
			.until(() -> jdbc.sql("select count(*) from " + registry + " where completion_date is null")
				.query(Integer.class)
				.single() == 0);
	}

	private static void change(ConfigurableApplicationContext context, CountDownLatch committed) {
		EntityManager em = SharedEntityManagerCreator
			.createSharedEntityManager(context.getBean(EntityManagerFactory.class));
		TransactionTemplate transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
		transaction.executeWithoutResult(
				(status) -> context.getBean(EntityEvents.class).suppress(() -> em.persist(new Account(1, "Ann"))));
		transaction.executeWithoutResult((status) -> {
			TransactionSynchronizationManager.registerSynchronization(new Killer(committed));
			em.find(Account.class, 1L).setOwner("Bob");
		});
	}

	/** Comes before the listeners after a commit, and lets none of them hear of it. */
	private record Killer(CountDownLatch committed) implements TransactionSynchronization, Ordered {

		@Override
		public int getOrder() {
			return Ordered.HIGHEST_PRECEDENCE;
		}

		@Override
		public void afterCommit() {
			this.committed.countDown();
			while (true) {
				LockSupport.park();
			}
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EntityScan({ "dev.triggerview.event.bank", "org.springframework.modulith.events.jpa" })
	static class Application {

		private final EntityManagerFactory factory;

		Application(EntityManagerFactory factory) {
			this.factory = factory;
		}

		@Bean
		Listeners listeners() {
			return new Listeners(SharedEntityManagerCreator.createSharedEntityManager(this.factory));
		}

	}

	/** Writes down what it hears. */
	static class Listeners {

		private final EntityManager entityManager;

		Listeners(EntityManager entityManager) {
			this.entityManager = entityManager;
		}

		@ApplicationModuleListener
		void row(AfterUpdate<Account> update) {
			note("row", update);
		}

		@ApplicationModuleListener
		void statement(FlushedChanges<Account> changes) {
			note("statement", changes.updated().get(0));
		}

		@ApplicationModuleListener
		void transaction(ChangesCommitting<Account> changes) {
			note("transaction", changes.updated().get(0));
		}

		private void note(String level, AfterUpdate<? extends Account> update) {
			this.entityManager.persist(new Ticket(level + " " + update.id() + ": " + update.old("owner") + " > "
					+ update.now("owner") + " " + update.changed() + " " + update.entity().getOwner()));
		}

	}

	/** Lets Hibernate create the tables of the application, not that of the registry. */
	public static class OwnTables extends DefaultSchemaFilterProvider {

		@Override
		public SchemaFilter getMigrateFilter() {
			return new DefaultSchemaFilter() {

				@Override
				public boolean includeTable(Table table) {
					return !table.getName().equals("event_publication");
				}

			};
		}

	}

}
