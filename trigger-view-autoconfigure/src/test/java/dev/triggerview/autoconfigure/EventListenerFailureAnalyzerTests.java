package dev.triggerview.autoconfigure;

import dev.triggerview.event.AfterUpdate;
import dev.triggerview.event.CommittedChanges;
import dev.triggerview.event.EntityTrigger;
import dev.triggerview.event.RolledBackChanges;
import dev.triggerview.event.bank.Account;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

import static org.assertj.core.api.Assertions.assertThat;

/** What is said of listeners that can never be called. */
class EventListenerFailureAnalyzerTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, HibernateJpaAutoConfiguration.class,
				TransactionAutoConfiguration.class, EventsAutoConfiguration.class))
		.withPropertyValues("spring.datasource.url=jdbc:h2:mem:listener-failures");

	@Test
	void aTriggerIsNamedWithThePropertiesThereAre() {
		this.contextRunner.withUserConfiguration(Misspelt.class).run((context) -> {
			FailureAnalysis analysis = FailureAnalyses.of(context.getStartupFailure());
			assertThat(analysis.getDescription()).contains("Misspelt.on").contains("'ovner'").contains("balance");
			assertThat(analysis.getAction()).contains("@EntityTrigger on " + Misspelt.class.getName() + ".on")
				.contains("by path");
		});
	}

	@Test
	void aTransactionalListenerOfWhatComesAfterTheTransactionIsNamed() {
		this.contextRunner.withUserConfiguration(TooLate.class).run((context) -> {
			FailureAnalysis analysis = FailureAnalyses.of(context.getStartupFailure());
			assertThat(analysis.getDescription()).contains("TooLate.on").contains("CommittedChanges");
			assertThat(analysis.getAction()).contains("@EventListener").contains("ChangesCommitting");
		});
		this.contextRunner.withUserConfiguration(TooLateForRollback.class)
			.run((context) -> assertThat(FailureAnalyses.of(context.getStartupFailure()).getDescription())
				.contains("RolledBackChanges"));
	}

	@Configuration(proxyBeanMethods = false)
	@EntityScan(basePackageClasses = Account.class)
	static class Misspelt {

		@EntityTrigger(of = "ovner")
		void on(AfterUpdate<Account> event) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EntityScan(basePackageClasses = Account.class)
	static class TooLate {

		@TransactionalEventListener
		void on(CommittedChanges<Account> changes) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EntityScan(basePackageClasses = Account.class)
	static class TooLateForRollback {

		@TransactionalEventListener(phase = TransactionPhase.AFTER_ROLLBACK)
		void on(RolledBackChanges<?> changes) {
		}

	}

}
