package dev.triggerview.autoconfigure;

import java.util.Map;

import javax.sql.DataSource;

import dev.triggerview.actuate.ViewsEndpoint;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class ViewsEndpointAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ViewsEndpointAutoConfiguration.class));

	private final ApplicationContextRunner exposed = this.contextRunner
		.withPropertyValues("management.endpoints.web.exposure.include=views");

	private final ApplicationContextRunner withDatabase = this.exposed
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class));

	@Test
	void isThereWhenExposedAndThereIsADataSource() {
		this.withDatabase.run((context) -> assertThat(context).hasSingleBean(ViewsEndpoint.class));
	}

	@Test
	void backsOffWhenNotExposed() {
		this.contextRunner.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
			.run((context) -> assertThat(context).doesNotHaveBean(ViewsEndpoint.class));
	}

	@Test
	void backsOffWithoutDataSource() {
		this.exposed.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ViewsEndpoint.class));
	}

	@Test
	void backsOffWithoutActuator() {
		this.withDatabase.withClassLoader(new FilteredClassLoader(ConditionalOnAvailableEndpoint.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ViewsEndpointAutoConfiguration.class));
	}

	@Test
	void backsOffForOneOfTheUser() {
		this.withDatabase.withBean("mine", ViewsEndpoint.class, () -> new ViewsEndpoint(Map.of()))
			.run((context) -> assertThat(context).hasSingleBean(ViewsEndpoint.class).hasBean("mine"));
	}

	@Test
	void showsEveryDataSourceAlsoOneThatIsNoDefaultCandidate() {
		this.exposed.withUserConfiguration(TwoDataSources.class).run((context) -> {
			var shown = context.getBean(ViewsEndpoint.class).views().dataSources();
			assertThat(shown).containsOnlyKeys("main", "reporting");
			assertThat(shown.values()).allSatisfy((one) -> assertThat(one.problem()).isNull());
		});
	}

	@Configuration(proxyBeanMethods = false)
	static class TwoDataSources {

		@Bean
		FreshDatabase mainDatabase() {
			return TestDatabase.H2.create();
		}

		@Bean
		FreshDatabase reportingDatabase() {
			return TestDatabase.HSQLDB.create();
		}

		@Bean
		DataSource main(FreshDatabase mainDatabase) {
			return mainDatabase.dataSource();
		}

		@Bean(defaultCandidate = false)
		DataSource reporting(FreshDatabase reportingDatabase) {
			return reportingDatabase.dataSource();
		}

	}

}
