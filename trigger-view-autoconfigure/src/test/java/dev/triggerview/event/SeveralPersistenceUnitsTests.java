package dev.triggerview.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import dev.triggerview.autoconfigure.EventsAutoConfiguration;
import dev.triggerview.event.bank.Account;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two persistence units on two databases, whose transactions are nested in one thread. On
 * H2 only: which manager an event belongs to does not depend on the database.
 */
class SeveralPersistenceUnitsTests {

	private static final FreshDatabase[] DATABASES = { TestDatabase.H2.create(), TestDatabase.H2.create() };

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(EventsAutoConfiguration.class))
		.withUserConfiguration(TwoUnits.class);

	@AfterAll
	static void drop() {
		for (FreshDatabase database : DATABASES) {
			database.close();
		}
	}

	@Test
	void theEndOfATransactionBelongsToItsOwnManager() {
		this.contextRunner.run((context) -> {
			transaction(context, "first").executeWithoutResult((outer) -> {
				entityManager(context, "first").persist(new Account(1, "rolled back"));
				entityManager(context, "first").flush();
				transaction(context, "second").executeWithoutResult(
						(inner) -> entityManager(context, "second").persist(new Account(2, "committed")));
				outer.setRollbackOnly();
			});
			assertThat(context.getBean(TwoUnits.class).heard).containsExactlyInAnyOrder("AfterInsert 1",
					"AfterInsert 2", "rolled back 1", "committed 2");
			assertThat(DATABASES[0].column("select id from account")).isEmpty();
			assertThat(DATABASES[1].column("select id from account")).containsExactly("2");
		});
	}

	@Test
	void aUnitOfAChildContextIsHeardThereAndInItsParents() {
		this.contextRunner.run((parent) -> childRunner(parent.getSourceApplicationContext()).run((child) -> {
			transaction(child, "second")
				.executeWithoutResult((status) -> entityManager(child, "second").persist(new Account(3, "child")));
			assertThat(parent.getBean(TwoUnits.class).heard).containsExactly("AfterInsert 3", "committed 3");
			assertThat(child.getBean(ChildUnit.class).heard).containsExactly("inserted 3");
		}));
	}

	@Test
	void silenceInAChildContextCoversTheUnitsOfItsParents() {
		this.contextRunner.run((parent) -> childRunner(parent.getSourceApplicationContext()).run((child) -> {
			child.getBean(EntityEvents.class)
				.suppress(() -> transaction(child, "first")
					.executeWithoutResult((status) -> entityManager(child, "first").persist(new Account(4, "silent"))));
			assertThat(parent.getBean(TwoUnits.class).heard).isEmpty();
			assertThat(DATABASES[0].column("select id from account")).containsExactly("4");
		}));
	}

	private static ApplicationContextRunner childRunner(ApplicationContext parent) {
		return new ApplicationContextRunner().withParent(parent)
			.withConfiguration(AutoConfigurations.of(EventsAutoConfiguration.class))
			.withUserConfiguration(ChildUnit.class);
	}

	private static TransactionTemplate transaction(ApplicationContext context, String unit) {
		return new TransactionTemplate(context.getBean(unit + "TransactionManager", JpaTransactionManager.class));
	}

	private static EntityManager entityManager(ApplicationContext context, String unit) {
		return SharedEntityManagerCreator.createSharedEntityManager(context.getBean(unit, EntityManagerFactory.class));
	}

	@Configuration(proxyBeanMethods = false)
	static class TwoUnits {

		private final List<String> heard = new ArrayList<>();

		@Bean
		LocalContainerEntityManagerFactoryBean first() {
			return unit("first", DATABASES[0].dataSource());
		}

		@Bean
		LocalContainerEntityManagerFactoryBean second() {
			return unit("second", DATABASES[1].dataSource());
		}

		@Bean
		JpaTransactionManager firstTransactionManager(@Qualifier("first") EntityManagerFactory factory) {
			return new JpaTransactionManager(factory);
		}

		@Bean
		JpaTransactionManager secondTransactionManager(@Qualifier("second") EntityManagerFactory factory) {
			return new JpaTransactionManager(factory);
		}

		private static LocalContainerEntityManagerFactoryBean unit(String name, DataSource dataSource) {
			LocalContainerEntityManagerFactoryBean unit = new LocalContainerEntityManagerFactoryBean();
			unit.setPersistenceUnitName(name);
			unit.setDataSource(dataSource);
			unit.setPackagesToScan(Account.class.getPackageName());
			unit.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
			unit.setJpaPropertyMap(Map.of("hibernate.hbm2ddl.auto", "create"));
			return unit;
		}

		@EventListener
		void written(AfterRowChange<Account> change) {
			this.heard.add(change.getClass().getSimpleName() + " " + change.id());
		}

		@EventListener
		void committed(CommittedChanges<Account> changes) {
			changes.forEach((change) -> this.heard.add("committed " + change.id()));
		}

		@EventListener
		void rolledBack(RolledBackChanges<Account> changes) {
			changes.forEach((change) -> this.heard.add("rolled back " + change.id()));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ChildUnit {

		private final List<String> heard = new ArrayList<>();

		@Bean
		LocalContainerEntityManagerFactoryBean second() {
			return TwoUnits.unit("child", DATABASES[1].dataSource());
		}

		@Bean
		JpaTransactionManager secondTransactionManager(@Qualifier("second") EntityManagerFactory factory) {
			return new JpaTransactionManager(factory);
		}

		@EventListener
		void inserted(AfterInsert<Account> change) {
			this.heard.add("inserted " + change.id());
		}

	}

}
