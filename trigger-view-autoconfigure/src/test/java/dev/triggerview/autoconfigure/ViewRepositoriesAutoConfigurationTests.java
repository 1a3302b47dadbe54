package dev.triggerview.autoconfigure;

import dev.triggerview.repository.ViewRepositoryPostProcessor;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactoryBean;

import static org.assertj.core.api.Assertions.assertThat;

class ViewRepositoriesAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ViewRepositoriesAutoConfiguration.class));

	@Test
	void makesRepositoriesReadOnly() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(ViewRepositoryPostProcessor.class));
	}

	@Test
	void backsOffWithoutSpringDataJpa() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(JpaRepositoryFactoryBean.class))
			.run((context) -> assertThat(context).doesNotHaveBean(ViewRepositoryPostProcessor.class));
	}

}
