package dev.triggerview.repository;

import java.util.List;

import dev.triggerview.autoconfigure.FailureAnalyses;
import dev.triggerview.autoconfigure.ViewEntitiesAutoConfiguration;
import dev.triggerview.autoconfigure.ViewRepositoriesAutoConfiguration;
import dev.triggerview.repository.shop.Customer;
import dev.triggerview.repository.shop.CustomerTotal;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.view.ReadOnlyViewException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import org.hibernate.MappingException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Repositories of a child application context, whose persistence unit belongs to the
 * parent. The database has no part in it, so one does.
 */
class ParentContextTests {

	private static FreshDatabase database;

	@BeforeAll
	static void create() {
		database = TestDatabase.H2.create();
		Views.create(database);
	}

	@AfterAll
	static void drop() {
		database.close();
	}

	@Test
	void aViewOfTheCatalogIsReadOnlyAndFresh() {
		run(Totals.class, (child) -> {
			assertThat(child).hasNotFailed();
			ChildTotals totals = child.getBean(ChildTotals.class);
			EntityManager entities = SharedEntityManagerCreator
				.createSharedEntityManager(child.getBean(EntityManagerFactory.class));
			new TransactionTemplate(child.getBean(PlatformTransactionManager.class)).executeWithoutResult((status) -> {
				entities.persist(new Customer(9, "Eve", "Kiel"));
				assertThat(totals.findByName("Eve")).hasSize(1);
				CustomerTotal total = totals.findById(9).orElseThrow();
				assertThatExceptionOfType(ReadOnlyViewException.class).isThrownBy(() -> entities.remove(total));
				status.setRollbackOnly();
			});
		});
	}

	@Test
	void refusesRecordsThatThePersistenceUnitWasBuiltWithout() {
		run(Records.class,
				(child) -> assertThat(child).getFailure()
					.isInstanceOf(MappingException.class)
					.hasMessageContainingAll(ChildSales.class.getName(), "entityManagerFactory",
							"parent application context", "@EnableJpaRepositories"));
	}

	@Test
	void refusesTablesThatThePersistenceUnitWasBuiltWithout() {
		run(Tables.class, (child) -> {
			FailureAnalysis analysis = FailureAnalyses.of(child.getStartupFailure());
			assertThat(analysis.getDescription()).contains(CustomerTotal.class.getName(), "baseTables", "child");
			assertThat(analysis.getAction()).contains("@Synchronize({ \"event_log\", \"purchase\" })");
		});
	}

	@Test
	void refusesAViewThatThePersistenceUnitTookForATable() {
		run(Customers.class, (child) -> {
			FailureAnalysis analysis = FailureAnalyses.of(child.getStartupFailure());
			assertThat(analysis.getDescription()).contains(Customer.class.getName(), "no view in the catalog", "child");
			assertThat(analysis.getAction()).contains("application context that has the persistence unit");
		});
	}

	@Test
	void refusesRecordsOfAPersistenceUnitThatTheApplicationBuilds() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ViewRepositoriesAutoConfiguration.class))
			.withUserConfiguration(Records.class)
			.withBean("entityManagerFactory", EntityManagerFactory.class,
					() -> Persistence.createEntityManagerFactory("own"))
			.run((context) -> assertThat(context).getFailure()
				.isInstanceOf(MappingException.class)
				.hasMessageContainingAll(ChildSales.class.getName(), "LocalContainerEntityManagerFactoryBean"));
	}

	private static void run(Class<?> configuration, ContextConsumer<AssertableApplicationContext> test) {
		AutoConfigurations views = AutoConfigurations.of(ViewEntitiesAutoConfiguration.class,
				ViewRepositoriesAutoConfiguration.class);
		Views.application(database)
			.withConfiguration(views)
			.withUserConfiguration(Nothing.class)
			.withBean(PersistenceManagedTypes.class,
					() -> PersistenceManagedTypes.of(Customer.class.getName(), CustomerTotal.class.getName()))
			.run((parent) -> new ApplicationContextRunner().withParent(parent.getSourceApplicationContext())
				.withConfiguration(views)
				.withUserConfiguration(configuration)
				.run(test));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableJpaRepositories(basePackages = "dev.triggerview.none")
	static class Nothing {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableJpaRepositories(considerNestedRepositories = true,
			includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = ChildTotals.class))
	static class Totals {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableJpaRepositories(considerNestedRepositories = true,
			includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = ChildSales.class))
	static class Records {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableJpaRepositories(considerNestedRepositories = true,
			includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = LoggedTotals.class))
	static class Tables {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableJpaRepositories(considerNestedRepositories = true,
			includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = CustomersAsView.class))
	static class Customers {

	}

	@ReadOnlyViewRepository
	interface ChildTotals extends ViewRepository<CustomerTotal, Integer> {

		List<CustomerTotal> findByName(String name);

	}

	@ReadOnlyViewRepository(baseTables = { "purchase", "event_log" })
	interface LoggedTotals extends ViewRepository<CustomerTotal, Integer> {

	}

	@ReadOnlyViewRepository
	interface CustomersAsView extends ViewRepository<Customer, Integer> {

	}

	@ReadOnlyViewRepository(view = "city_sale")
	interface ChildSales extends RecordRepository<ChildSale> {

	}

	record ChildSale(String city, String customerName) {

	}

}
