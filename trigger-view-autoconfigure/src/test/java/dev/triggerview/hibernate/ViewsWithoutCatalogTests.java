package dev.triggerview.hibernate;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import javax.sql.DataSource;

import dev.triggerview.autoconfigure.ViewRepositoriesAutoConfiguration;
import dev.triggerview.hibernate.sales.Customer;
import dev.triggerview.hibernate.sales.CustomerView;
import dev.triggerview.hibernate.sales.PurchaseView;
import dev.triggerview.repository.ReadOnlyViewRepository;
import dev.triggerview.repository.ViewRepository;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.view.ReadOnlyViewException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What repositories declare counts where the catalog cannot be read or is empty yet. */
@EachDatabase
class ViewsWithoutCatalogTests {

	private final FreshDatabase database;

	ViewsWithoutCatalogTests(FreshDatabase database) {
		this.database = database;
	}

	@BeforeParameterizedClassInvocation
	static void create(FreshDatabase database) {
		SalesDatabase.create(database);
		SalesDatabase.fill(database);
	}

	@Test
	void queriesSeePendingChangesOfTheBaseTablesAndWritesAreRefused() {
		List<String> warnings = warnings(() -> application(this.database)
			.withBean(DataSource.class, () -> new Closed(this.database.dataSource()))
			.run((context) -> {
				assertThat(context).hasNotFailed();
				seesPendingChangesAndRefusesWrites(context);
			}));
		assertThat(warnings).singleElement()
			.asString()
			.contains("Views are taken from the repositories and their baseTables alone", "The catalog is closed");
	}

	/** MariaDB hides it, too. */
	@Test
	void queriesSeePendingChangesOfTheBaseTablesWhereTheAccountMayNotSeeTheDefinition() {
		if (!this.database.is(TestDatabase.HSQLDB)) {
			return;
		}
		this.database.execute("create user reader password 'secret'", "grant select, insert on customer to reader",
				"grant select on customer_view to reader");
		List<String> warnings = warnings(() -> application(this.database, "spring.datasource.username=READER",
				"spring.datasource.password=secret")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				seesPendingChangesAndRefusesWrites(context);
			}));
		assertThat(warnings).singleElement()
			.asString()
			.contains("does not tell which tables these views read")
			.containsIgnoringCase("customer_view");
		this.database.execute("drop user reader");
	}

	/** A temporary view of SQLite belongs to one connection, as attached databases do. */
	@Test
	void queriesSeePendingChangesOfTheBaseTablesOfATemporaryView() {
		if (!this.database.is(TestDatabase.SQLITE)) {
			return;
		}
		this.database.execute("drop view customer_view");
		List<String> warnings = warnings(() -> application(this.database, "trigger-view.views.validate=warn",
				"spring.datasource.hikari.connection-init-sql=create temp view customer_view as select id, name from customer")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				seesPendingChangesAndRefusesWrites(context);
			}));
		this.database.execute("create view customer_view as select id, name from customer");
		assertThat(warnings).anyMatch((warning) -> warning.contains("view customer_view does not exist"));
	}

	@Test
	void queriesSeePendingChangesOfTheBaseTablesThatTheCatalogDoesNotKnow() {
		this.database.execute("drop view customer_view",
				"create view customer_view as select id, cast('Ann' as char(3)) as name from purchase");
		try {
			application(this.database).run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean(EntityManagerFactory.class)
					.unwrap(SessionFactoryImplementor.class)
					.getMappingMetamodel()
					.getEntityDescriptor(CustomerView.class)
					.getQuerySpaces()).contains("customer");
			});
		}
		finally {
			this.database.execute("drop view customer_view",
					"create view customer_view as select id, name from customer");
		}
	}

	@Test
	void queriesSeePendingChangesOfTheBaseTablesWhereViewsAreCreatedLater() {
		try (FreshDatabase empty = this.database.kind().create()) {
			List<String> warnings = warnings(() -> application(empty, "spring.jpa.hibernate.ddl-auto=create-drop",
					"spring.jpa.defer-datasource-initialization=true", "spring.sql.init.mode=always",
					"spring.sql.init.schema-locations=classpath:dev/triggerview/hibernate/customer-view.sql")
				.run((context) -> {
					assertThat(context).hasNotFailed();
					seesPendingChangesAndRefusesWrites(context);
				}));
			assertThat(warnings).singleElement()
				.asString()
				.containsIgnoringCase("does not tell which tables these views read")
				.containsIgnoringCase("customer_view")
				.contains("baseTables");
		}
	}

	private static ApplicationContextRunner application(FreshDatabase database, String... properties) {
		return SalesDatabase
			.application(database, List.of(Customer.class, CustomerView.class, PurchaseView.class), properties)
			.withConfiguration(AutoConfigurations.of(ViewRepositoriesAutoConfiguration.class))
			.withUserConfiguration(Repositories.class);
	}

	private static void seesPendingChangesAndRefusesWrites(ApplicationContext context) {
		CustomerViews views = context.getBean(CustomerViews.class);
		EntityManager entities = SharedEntityManagerCreator
			.createSharedEntityManager(context.getBean(EntityManagerFactory.class));
		TransactionTemplate transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
		transaction.executeWithoutResult((status) -> {
			entities.persist(new Customer(3, "Cid"));
			assertThat(views.findAll()).extracting((view) -> view.name).contains("Cid");
			status.setRollbackOnly();
		});
		assertThatExceptionOfType(ReadOnlyViewException.class).isThrownBy(
				() -> transaction.executeWithoutResult((status) -> entities.persist(new CustomerView(3, "Cid"))));
	}

	private static List<String> warnings(Runnable work) {
		List<String> warnings = new CopyOnWriteArrayList<>();
		Logger logger = Logger.getLogger(ViewIntegration.class.getName());
		Handler handler = new ConsoleHandler() {

			@Override
			public void publish(LogRecord message) {
				warnings.add(message.getMessage());
			}

		};
		logger.addHandler(handler);
		try {
			work.run();
		}
		finally {
			logger.removeHandler(handler);
		}
		return warnings;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableJpaRepositories(considerNestedRepositories = true,
			includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = CustomerViews.class))
	static class Repositories {

	}

	@ReadOnlyViewRepository(baseTables = "customer")
	interface CustomerViews extends ViewRepository<CustomerView, Long> {

	}

	/** Refuses plain statements, which is what the catalog is read by. */
	private static final class Closed extends DelegatingDataSource {

		Closed(DataSource target) {
			super(target);
		}

		@Override
		public Connection getConnection() throws SQLException {
			Connection target = super.getConnection();
			return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Connection.class },
					(proxy, method, arguments) -> {
						if (method.getName().equals("createStatement")) {
							throw new SQLException("The catalog is closed");
						}
						try {
							return method.invoke(target, arguments);
						}
						catch (InvocationTargetException ex) {
							throw ex.getCause();
						}
					});
		}

	}

}
