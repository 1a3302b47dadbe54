package dev.triggerview.autoconfigure;

import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

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

/**
 * When an endpoint that shows the catalogs of all data sources is there.
 *
 * @param <E> the type of the endpoint
 */
abstract class AbstractEndpointAutoConfigurationTests<E> {

	private final Class<?> autoConfiguration;

	private final Class<E> endpoint;

	private final ApplicationContextRunner contextRunner;

	private final ApplicationContextRunner exposed;

	private final ApplicationContextRunner withDatabase;

	AbstractEndpointAutoConfigurationTests(String id, Class<E> endpoint, Class<?> autoConfiguration) {
		this.autoConfiguration = autoConfiguration;
		this.endpoint = endpoint;
		this.contextRunner = new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(autoConfiguration));
		this.exposed = this.contextRunner.withPropertyValues("management.endpoints.web.exposure.include=" + id);
		this.withDatabase = this.exposed.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class));
	}

	/** Return an endpoint of the user's own. */
	abstract E mine();

	/** Return the shown data sources, each with the reason why it could not be read. */
	abstract Map<String, Optional<String>> problems(E endpoint);

	@Test
	void isThereWhenExposedAndThereIsADataSource() {
		this.withDatabase.run((context) -> assertThat(context).hasSingleBean(this.endpoint));
	}

	@Test
	void backsOffWhenNotExposed() {
		this.contextRunner.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(this.endpoint));
	}

	@Test
	void backsOffWithoutDataSource() {
		this.exposed.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(this.endpoint));
	}

	@Test
	void backsOffWithoutActuator() {
		this.withDatabase.withClassLoader(new FilteredClassLoader(ConditionalOnAvailableEndpoint.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(this.autoConfiguration));
	}

	@Test
	void backsOffForOneOfTheUser() {
		this.withDatabase.withBean("mine", this.endpoint, this::mine)
			.run((context) -> assertThat(context).hasSingleBean(this.endpoint).hasBean("mine"));
	}

	@Test
	void showsEveryDataSourceAlsoOneThatIsNoDefaultCandidate() {
		this.exposed.withUserConfiguration(TwoDataSources.class).run((context) -> {
			var problems = problems(context.getBean(this.endpoint));
			assertThat(problems).containsOnlyKeys("main", "reporting");
			assertThat(problems.values()).allSatisfy((one) -> assertThat(one).isEmpty());
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
