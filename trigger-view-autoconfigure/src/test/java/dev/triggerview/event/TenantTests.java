package dev.triggerview.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.triggerview.autoconfigure.EventsAutoConfiguration;
import dev.triggerview.event.tenants.Note;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.cfg.MultiTenancySettings;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** On H2 only: whose row it is, the session says and not the database. */
class TenantTests {

	@Test
	void anEventNamesTheTenantOfItsSession() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(DataSourceAutoConfiguration.class, HibernateJpaAutoConfiguration.class,
							TransactionAutoConfiguration.class, EventsAutoConfiguration.class))
			.withPropertyValues("spring.datasource.url=jdbc:h2:mem:tenants", "spring.jpa.hibernate.ddl-auto=create")
			.withUserConfiguration(Tenants.class)
			.run((context) -> {
				write(context, "blue", 1);
				write(context, "red", 2);
				Tenants tenants = context.getBean(Tenants.class);
				assertThat(tenants.heard).containsExactly("BeforeInsert blue 1", "AfterInsert blue 1",
						"BeforeUpdate blue 1", "AfterUpdate blue 1", "BeforeInsert red 2", "AfterInsert red 2",
						"BeforeUpdate red 2", "AfterUpdate red 2");
				assertThat(tenants.committed).containsExactly(Optional.of("blue"), Optional.of("blue"),
						Optional.of("red"), Optional.of("red"));
			});
	}

	private static void write(ApplicationContext context, String tenant, long id) {
		context.getBean(Tenants.class).current = tenant;
		TransactionTemplate transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
		EntityManager em = SharedEntityManagerCreator
			.createSharedEntityManager(context.getBean(EntityManagerFactory.class));
		transaction.executeWithoutResult((status) -> em.persist(new Note(id, "new")));
		transaction.executeWithoutResult((status) -> em.find(Note.class, id).setText("changed"));
	}

	@Configuration(proxyBeanMethods = false)
	@EntityScan(basePackageClasses = Note.class)
	static class Tenants implements CurrentTenantIdentifierResolver<String> {

		private final List<String> heard = new ArrayList<>();

		private final List<Optional<Object>> committed = new ArrayList<>();

		private String current = "nobody";

		@Bean
		HibernatePropertiesCustomizer resolver() {
			return (properties) -> properties
				.putAll(Map.of(MultiTenancySettings.MULTI_TENANT_IDENTIFIER_RESOLVER, this));
		}

		@Override
		public String resolveCurrentTenantIdentifier() {
			return this.current;
		}

		@Override
		public boolean validateExistingCurrentSessions() {
			return false;
		}

		@EventListener
		void on(RowChange<Note> change) {
			this.heard.add(change.getClass().getSimpleName() + " " + change.tenant().orElseThrow() + " " + change.id());
		}

		@EventListener
		void on(CommittedChanges<Note> changes) {
			changes.forEach((change) -> this.committed.add(change.tenant()));
		}

	}

}
