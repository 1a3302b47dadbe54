package dev.triggerview.repository;

import java.util.Map;

import javax.sql.DataSource;

import dev.triggerview.repository.archive.ArchivedSale;
import dev.triggerview.repository.archive.ArchivedSales;
import dev.triggerview.repository.archive.ArchivedTotal;
import dev.triggerview.repository.archive.ArchivedTotals;
import dev.triggerview.repository.shop.CustomerTotals;
import dev.triggerview.repository.shop.Customers;
import dev.triggerview.repository.shop.Sales;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.view.ReadOnlyViewException;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.test.util.AopTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@EachDatabase
class PersistenceUnitsTests {

	private final FreshDatabase database;

	PersistenceUnitsTests(FreshDatabase database) {
		this.database = database;
	}

	@Test
	void eachUnitHasItsOwnViews() {
		run(getClass().getClassLoader());
	}

	@Test
	void eachUnitHasItsOwnViewsBesideAnotherStore() {
		run(SecondStore.onClassPath());
	}

	private void run(ClassLoader classLoader) {
		try (FreshDatabase shop = this.database.kind().create();
				FreshDatabase archive = this.database.kind().create()) {
			Views.create(shop);
			Views.create(archive);
			archive.execute("update customer set name = 'Old'");
			Views.application(shop)
				.withClassLoader(classLoader)
				.withUserConfiguration(ShopUnit.class, ArchiveUnit.class)
				.withBean("dataSource", DataSource.class, shop::dataSource, (definition) -> definition.setPrimary(true))
				.withBean("archive", DataSource.class, archive::dataSource)
				.run((context) -> {
					assertThat(context).hasNotFailed();
					assertThat(context.getBean(Sales.class).count()).isEqualTo(5);
					assertThat(context.getBean(Sales.class).findByCityOrderByPaidDesc("Bonn")).hasSize(3);
					assertThat(context.getBean(Customers.class).count()).isEqualTo(4);
					assertThat(context.getBean(ArchivedSales.class).findByCustomerName("Old")).hasSize(5)
						.contains(new ArchivedSale("Kiel", "Old"), new ArchivedSale(null, "Old"));
					assertThat(context.getBean(ArchivedSales.class).count()).isEqualTo(5);
					assertThat(context.getBean(ArchivedTotals.class).findById(1)).map(ArchivedTotal::getName)
						.contains("Old");
					assertRefused(context.getBean(CustomerTotals.class));
					assertRefused(context.getBean(ArchivedTotals.class));
				});
		}
	}

	private static void assertRefused(Object repository) {
		JpaRepository<?, ?> target = AopTestUtils.getTargetObject(repository);
		assertThatExceptionOfType(ReadOnlyViewException.class).isThrownBy(target::deleteAll);
	}

	private static LocalContainerEntityManagerFactoryBean unit(DataSource dataSource, String entities) {
		LocalContainerEntityManagerFactoryBean unit = new LocalContainerEntityManagerFactoryBean();
		unit.setPersistenceUnitName(entities);
		unit.setDataSource(dataSource);
		unit.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
		unit.setPackagesToScan("dev.triggerview.repository." + entities);
		unit.setJpaPropertyMap(
				Map.of("hibernate.physical_naming_strategy", PhysicalNamingStrategySnakeCaseImpl.class.getName()));
		return unit;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableJpaRepositories(basePackages = "dev.triggerview.repository.shop", entityManagerFactoryRef = "shopUnit",
			transactionManagerRef = "shopTransactions")
	static class ShopUnit {

		@Bean
		@Primary
		LocalContainerEntityManagerFactoryBean shopUnit(DataSource dataSource) {
			return unit(dataSource, "shop");
		}

		@Bean
		@Primary
		JpaTransactionManager shopTransactions(@Qualifier("shopUnit") EntityManagerFactory shopUnit) {
			return new JpaTransactionManager(shopUnit);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableJpaRepositories(basePackages = "dev.triggerview.repository.archive", entityManagerFactoryRef = "archiveUnit",
			transactionManagerRef = "archiveTransactions")
	static class ArchiveUnit {

		@Bean
		LocalContainerEntityManagerFactoryBean archiveUnit(@Qualifier("archive") DataSource archive) {
			return unit(archive, "archive");
		}

		@Bean
		JpaTransactionManager archiveTransactions(@Qualifier("archiveUnit") EntityManagerFactory archiveUnit) {
			return new JpaTransactionManager(archiveUnit);
		}

	}

}
