package dev.triggerview.autoconfigure;

import java.util.List;

import javax.sql.DataSource;

import dev.triggerview.event.BulkMode;
import dev.triggerview.event.EntityEvents;
import dev.triggerview.event.EventBridge;
import dev.triggerview.event.EventsJsonModule;
import dev.triggerview.event.ListenerFailed;
import dev.triggerview.event.ListenerMethodFactory;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.hibernate.SessionFactory;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.hibernate.jpa.boot.spi.JpaSettings;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JacksonModule;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;

import static org.assertj.core.api.Assertions.assertThat;

class EventsAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(EventsAutoConfiguration.class));

	@Test
	void connectsTheBridge() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasSingleBean(EventBridge.class);
			assertThat(context).hasSingleBean(ListenerMethodFactory.class);
			assertThat(context).hasSingleBean(EntityEvents.class);
		});
	}

	@Test
	void backsOffWithoutHibernate() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(SessionFactory.class))
			.run((context) -> assertThat(context).doesNotHaveBean("triggerViewEventBridge"));
	}

	@Test
	void backsOffWithoutSpringOrm() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(AbstractEntityManagerFactoryBean.class))
			.run((context) -> assertThat(context).doesNotHaveBean("triggerViewEventBridge"));
	}

	@Test
	void backsOffWhenDisabled() {
		this.contextRunner.withPropertyValues("trigger-view.events.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(EventBridge.class));
	}

	@Test
	void bindsItsProperties() {
		this.contextRunner
			.withPropertyValues("trigger-view.events.limit=3", "trigger-view.events.bulk=refuse",
					"trigger-view.events.bulk-ids=true")
			.run((context) -> assertThat(context.getBean(EventsProperties.class))
				.isEqualTo(new EventsProperties(true, 3, BulkMode.REFUSE, true)));
	}

	@Test
	void givesEventsAJsonForm() {
		this.contextRunner.withConfiguration(AutoConfigurations.of(EventsJsonAutoConfiguration.class))
			.run((context) -> assertThat(context).hasSingleBean(EventsJsonModule.class));
	}

	@Test
	void givesNoJsonFormWithoutJackson() {
		this.contextRunner.withConfiguration(AutoConfigurations.of(EventsJsonAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader(JacksonModule.class))
			.run((context) -> assertThat(context).hasSingleBean(EventBridge.class)
				.doesNotHaveBean("triggerViewEventsJsonModule"));
	}

	@Test
	void givesNoJsonFormWhenDisabled() {
		this.contextRunner.withConfiguration(AutoConfigurations.of(EventsJsonAutoConfiguration.class))
			.withPropertyValues("trigger-view.events.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(EventsJsonModule.class));
	}

	@Test
	void countsListenersThatFail() {
		this.contextRunner.withConfiguration(AutoConfigurations.of(EventMetricsAutoConfiguration.class))
			.withBean(SimpleMeterRegistry.class)
			.run((context) -> {
				context.publishEvent(new ListenerFailed("Mailer.send", null, new IllegalStateException()));
				assertThat(context.getBean(MeterRegistry.class)
					.counter("trigger.view.events.failures", "listener", "Mailer.send")
					.count()).isEqualTo(1);
			});
	}

	@Test
	void countsNothingWithoutMicrometer() {
		this.contextRunner.withConfiguration(AutoConfigurations.of(EventMetricsAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader(MeterRegistry.class))
			.run((context) -> assertThat(context).doesNotHaveBean("triggerViewListenerFailures"));
	}

	@Test
	void countsNothingWithoutRegistry() {
		this.contextRunner.withConfiguration(AutoConfigurations.of(EventMetricsAutoConfiguration.class))
			.run((context) -> assertThat(context).doesNotHaveBean("triggerViewListenerFailures"));
	}

	@Test
	void keepsTheIntegratorsOfOthers() {
		this.contextRunner
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
					HibernateJpaAutoConfiguration.class, TransactionAutoConfiguration.class))
			.withPropertyValues("spring.datasource.url=jdbc:h2:mem:integrators")
			.withUserConfiguration(OtherIntegrator.class)
			.run((context) -> {
				assertThat(context).hasSingleBean(DataSource.class);
				assertThat(context.getBean(OtherIntegrator.class).integrated).isTrue();
			});
	}

	@Configuration(proxyBeanMethods = false)
	static class OtherIntegrator implements Integrator {

		private boolean integrated;

		@Override
		public void integrate(Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor factory) {
			this.integrated = true;
		}

		@Bean
		HibernatePropertiesCustomizer otherIntegrator() {
			return (properties) -> properties.put(JpaSettings.INTEGRATOR_PROVIDER,
					(IntegratorProvider) () -> List.of(this));
		}

	}

}
