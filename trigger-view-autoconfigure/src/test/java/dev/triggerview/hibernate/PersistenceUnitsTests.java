package dev.triggerview.hibernate;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import dev.triggerview.autoconfigure.ViewEntitiesAutoConfiguration;
import dev.triggerview.hibernate.sales.Customer;
import dev.triggerview.hibernate.sales.CustomerView;
import dev.triggerview.hibernate.sales.PurchaseView;
import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import dev.triggerview.view.ReadOnlyViewException;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.hibernate.tool.schema.internal.DefaultSchemaFilterProvider;
import org.hibernate.tool.schema.spi.SchemaFilter;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jpa.EntityManagerFactoryBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Persistence units that an application sets up by itself. */
@EachDatabase(TestDatabase.H2)
class PersistenceUnitsTests {

	private static final AtomicInteger INTEGRATED = new AtomicInteger();

	private static final AtomicInteger FILTERED = new AtomicInteger();

	private final FreshDatabase database;

	PersistenceUnitsTests(FreshDatabase database) {
		this.database = database;
	}

	@Test
	void theViewsOfEveryUnitAreReadOnlyAndThoseOfOneAreTablesOfTheOther() {
		try (FreshDatabase tables = this.database.kind().create()) {
			this.database.execute("create table customer (id bigint primary key, name varchar(50))",
					"create view customer_view as select id, name from customer");
			tables.execute("create table customer_view (id bigint primary key, name varchar(50))");
			SalesDatabase.application(this.database, List.of(CustomerView.class))
				.withUserConfiguration(TwoUnits.class)
				.withBean("tables", DataSource.class, tables::dataSource)
				.withBean("views", DataSource.class, this.database::dataSource,
						(definition) -> definition.setPrimary(true))
				.run((context) -> {
					assertThat(context).hasNotFailed();
					EntityManagerFactory first = context.getBean("first", EntityManagerFactory.class);
					EntityManagerFactory second = context.getBean("second", EntityManagerFactory.class);
					assertThatExceptionOfType(ReadOnlyViewException.class).isThrownBy(
							() -> first.runInTransaction((entities) -> entities.persist(new CustomerView(1, "Ann"))));
					second.runInTransaction((entities) -> entities.persist(new CustomerView(1, "Ann")));
				});
			assertThat(tables.value("select name from customer_view")).isEqualTo("Ann");
		}
	}

	@Test
	void theViewsOfAChildContextAreReadOnly() {
		try (FreshDatabase own = this.database.kind().create()) {
			SalesDatabase.create(own);
			SalesDatabase.application(own, List.of(CustomerView.class))
				.run((parent) -> new ApplicationContextRunner().withParent(parent.getSourceApplicationContext())
					.withConfiguration(AutoConfigurations.of(ViewEntitiesAutoConfiguration.class))
					.withUserConfiguration(ChildUnit.class)
					.run((child) -> {
						assertThat(child).hasNotFailed();
						EntityManagerFactory unit = child.getBean("child", EntityManagerFactory.class);
						assertThatExceptionOfType(ReadOnlyViewException.class).isThrownBy(() -> unit
							.runInTransaction((entities) -> entities.persist(new CustomerView(1, "Ann"))));
					}));
		}
	}

	@Test
	void integratorsAndFiltersOfTheApplicationKeepWorking() {
		try (FreshDatabase own = this.database.kind().create()) {
			INTEGRATED.set(0);
			FILTERED.set(0);
			SalesDatabase.create(own);
			SalesDatabase
				.application(own, List.of(Customer.class, CustomerView.class, PurchaseView.class),
						"spring.jpa.hibernate.ddl-auto=update",
						"spring.jpa.properties.hibernate.integrator_provider=" + Integrators.class.getName(),
						"spring.jpa.properties.hibernate.hbm2ddl.schema_filter_provider=" + Filters.class.getName())
				.run((context) -> {
					assertThat(context).hasNotFailed();
					assertThat(INTEGRATED).hasValue(1);
					assertThat(FILTERED).hasPositiveValue();
					assertThatExceptionOfType(ReadOnlyViewException.class)
						.isThrownBy(() -> context.getBean(EntityManagerFactory.class)
							.runInTransaction((entities) -> entities.persist(new CustomerView(1, "Ann"))));
				});
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class TwoUnits {

		@Bean
		@Primary
		LocalContainerEntityManagerFactoryBean first(EntityManagerFactoryBuilder builder, DataSource views) {
			return builder.dataSource(views)
				.managedTypes(PersistenceManagedTypes.of(CustomerView.class.getName()))
				.persistenceUnit("first")
				.build();
		}

		@Bean
		LocalContainerEntityManagerFactoryBean second(EntityManagerFactoryBuilder builder,
				@Qualifier("tables") DataSource tables) {
			return builder.dataSource(tables)
				.managedTypes(PersistenceManagedTypes.of(CustomerView.class.getName()))
				.persistenceUnit("second")
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ChildUnit {

		@Bean
		LocalContainerEntityManagerFactoryBean child(EntityManagerFactoryBuilder builder, DataSource dataSource) {
			return builder.dataSource(dataSource)
				.managedTypes(PersistenceManagedTypes.of(CustomerView.class.getName()))
				.persistenceUnit("child")
				.build();
		}

	}

	/** An application's own integrators. */
	public static class Integrators implements IntegratorProvider {

		@Override
		public List<Integrator> getIntegrators() {
			return List.of(new Integrator() {

				@Override
				public void integrate(Metadata metadata, BootstrapContext bootstrap,
						SessionFactoryImplementor factory) {
					INTEGRATED.incrementAndGet();
				}

			});
		}

	}

	/** An application's own filters. */
	public static class Filters extends DefaultSchemaFilterProvider {

		@Override
		public SchemaFilter getMigrateFilter() {
			FILTERED.incrementAndGet();
			return super.getMigrateFilter();
		}

	}

}
