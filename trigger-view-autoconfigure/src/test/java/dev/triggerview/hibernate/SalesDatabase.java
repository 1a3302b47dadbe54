package dev.triggerview.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import dev.triggerview.autoconfigure.FailureAnalyses;
import dev.triggerview.autoconfigure.ViewEntitiesAutoConfiguration;
import dev.triggerview.hibernate.sales.Customer;
import dev.triggerview.hibernate.sales.CustomerView;
import dev.triggerview.hibernate.sales.Purchase;
import dev.triggerview.hibernate.sales.PurchaseView;
import dev.triggerview.hibernate.sales.RichCustomer;
import dev.triggerview.testing.FreshDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.resource.jdbc.spi.StatementInspector;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** The tables and views that the entities of this package's tests are mapped to. */
final class SalesDatabase {

	/** The statements that Hibernate sent since they were last cleared. */
	static final List<String> SENT = new CopyOnWriteArrayList<>();

	private SalesDatabase() {
	}

	static void create(FreshDatabase database) {
		database.execute("create table customer (id bigint primary key, name varchar(50))",
				"create table purchase (id bigint primary key, customer_id bigint, total numeric(10,2))",
				"create table customer_tag (customer_id bigint, tag varchar(20))",
				"create view customer_view as select id, name from customer",
				"create view purchase_view as select id, customer_id, total from purchase",
				"create view purchase_total as select customer_id, sum(total) as total from purchase group by customer_id",
				"""
						create view rich_customer as select c.id, c.name, t.total
						from customer c join purchase_total t on t.customer_id = c.id""");
	}

	static void fill(FreshDatabase database) {
		database.execute("delete from customer_tag", "insert into customer_tag values (1, 'good')",
				"delete from purchase", "delete from customer", "insert into customer values (1, 'Ann')",
				"insert into customer values (2, 'Bob')", "insert into purchase values (10, 1, 5.50)",
				"insert into purchase values (11, 1, 4.50)");
	}

	/** What the start of an application with these entities fails with. */
	static FailureAnalysis failure(FreshDatabase database, Class<?>... entities) {
		List<FailureAnalysis> analyses = new ArrayList<>();
		application(database, List.of(entities)).run((context) -> {
			assertThat(context).hasFailed();
			analyses.add(FailureAnalyses.of(context.getStartupFailure()));
		});
		return analyses.get(0);
	}

	/** An application that has these entities and no others. */
	static ApplicationContextRunner application(FreshDatabase database, List<Class<?>> entities, String... properties) {
		String[] names = entities.stream().map(Class::getName).toArray(String[]::new);
		List<String> all = new ArrayList<>(List.of(database.springProperties()));
		all.add("spring.jpa.open-in-view=false");
		all.add("spring.jpa.properties.hibernate.session_factory.statement_inspector=" + Recorder.class.getName());
		all.addAll(List.of(properties));
		return new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
					DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class,
					DataSourceInitializationAutoConfiguration.class, HibernateJpaAutoConfiguration.class,
					ViewEntitiesAutoConfiguration.class))
			.withBean(PersistenceManagedTypes.class, () -> PersistenceManagedTypes.of(names))
			.withPropertyValues(all.toArray(String[]::new));
	}

	static ApplicationContextRunner application(FreshDatabase database, String... properties) {
		return application(database,
				List.of(Customer.class, Purchase.class, PurchaseView.class, CustomerView.class, RichCustomer.class),
				properties);
	}

	/** Run work in a transaction of an application that has started. */
	static void inTransaction(AssertableApplicationContext context, Consumer<EntityManager> work) {
		assertThat(context).hasNotFailed();
		EntityManager entities = SharedEntityManagerCreator
			.createSharedEntityManager(context.getBean(EntityManagerFactory.class));
		new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
			.executeWithoutResult((status) -> work.accept(entities));
	}

	/** Keeps the statements that Hibernate sends. */
	public static class Recorder implements StatementInspector {

		private static final long serialVersionUID = 1L;

		@Override
		public String inspect(String sql) {
			SENT.add(sql);
			return sql;
		}

	}

}
