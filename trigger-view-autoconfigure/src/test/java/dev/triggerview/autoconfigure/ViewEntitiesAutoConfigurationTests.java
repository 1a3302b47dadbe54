package dev.triggerview.autoconfigure;

import dev.triggerview.hibernate.ViewSettings;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactoryBean;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;

import static org.assertj.core.api.Assertions.assertThat;

class ViewEntitiesAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ViewEntitiesAutoConfiguration.class));

	@Test
	void checksViewsAndFailsByDefault() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasSingleBean(ViewEntitiesPostProcessor.class);
			ViewsProperties properties = context.getBean(ViewsProperties.class);
			assertThat(properties).isEqualTo(new ViewsProperties(true, ViewSettings.Check.FAIL, false));
		});
	}

	@Test
	void backsOffWithoutHibernate() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(SessionFactory.class))
			.run((context) -> assertThat(context).doesNotHaveBean(ViewEntitiesPostProcessor.class));
	}

	@Test
	void backsOffWithoutSpringOrm() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(AbstractEntityManagerFactoryBean.class))
			.run((context) -> assertThat(context).doesNotHaveBean(ViewEntitiesPostProcessor.class));
	}

	@Test
	void worksWithoutSpringData() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(JpaRepositoryFactoryBean.class))
			.run((context) -> assertThat(context).hasSingleBean(ViewEntitiesPostProcessor.class));
	}

	@Test
	void backsOffWhenSwitchedOff() {
		this.contextRunner.withPropertyValues("trigger-view.views.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(ViewEntitiesPostProcessor.class));
	}

}
