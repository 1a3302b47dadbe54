package dev.triggerview.repository;

import dev.triggerview.repository.shop.CustomerTotals;
import dev.triggerview.repository.shop.Customers;
import dev.triggerview.repository.shop.Moments;
import dev.triggerview.repository.shop.Sale;
import dev.triggerview.repository.shop.Sales;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.data.repository.config.RepositoryRegistrationAotProcessor;

import static org.assertj.core.api.Assertions.assertThat;

/** What Spring Data finds depends on no database: one is enough. */
class SecondStoreTests {

	@Test
	void findsRepositoriesOfRecordsWhereSpringBootScans() {
		run(true, (application) -> application);
	}

	@Test
	void findsThemLazilyWhereTheOthersAreLazy() {
		run(true, (application) -> application.withPropertyValues("spring.data.jpa.repositories.bootstrap-mode=lazy"));
	}

	@Test
	void findsThemWhereTheApplicationScans() {
		run(false, (application) -> application.withUserConfiguration(Named.class));
	}

	@Test
	void findsThemOnceWhereTheApplicationFilters() {
		run(false, (application) -> application.withUserConfiguration(Filtered.class));
	}

	@Test
	void scansOnceWithoutAnotherStore() {
		try (FreshDatabase database = TestDatabase.H2.create()) {
			Views.create(database);
			Views.application(database)
				.run((context) -> assertThat(context).hasSingleBean(RepositoryRegistrationAotProcessor.class));
		}
	}

	private static void run(boolean scannedByBoot, Change change) {
		try (FreshDatabase database = TestDatabase.H2.create()) {
			Views.create(database);
			change.of(Views.application(database).withClassLoader(SecondStore.onClassPath())).run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBeansOfType(DataJpaRepositoriesAutoConfiguration.class))
					.hasSize(scannedByBoot ? 1 : 0);
				assertThat(context.getBean(Sales.class).findAll()).hasSize(5)
					.contains(new Sale(null, "Dan", null, null));
				assertThat(context.getBean(Sales.class).findByCityOrderByPaidDesc("Bonn")).hasSize(3);
				assertThat(context.getBean(Moments.class).count()).isZero();
				assertThat(context.getBean(CustomerTotals.class).count()).isEqualTo(4);
				assertThat(context.getBean(Customers.class).count()).isEqualTo(4);
			});
		}
	}

	private interface Change {

		ApplicationContextRunner of(ApplicationContextRunner application);

	}

	@Configuration(proxyBeanMethods = false)
	@EnableJpaRepositories("dev.triggerview.repository.shop")
	static class Named {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableJpaRepositories(basePackages = "dev.triggerview.repository.shop",
			excludeFilters = @Filter(type = FilterType.REGEX, pattern = "nothing"))
	static class Filtered {

	}

}
