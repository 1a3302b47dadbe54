package dev.triggerview.autoconfigure;

import java.util.Map;

import dev.triggerview.hibernate.ViewSettings;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.env.Environment;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;
import org.springframework.util.ClassUtils;

/**
 * Makes the entities of every persistence unit that are mapped to views read-only and
 * never stale, and checks their mapping at start-up.
 */
@AutoConfiguration
@ConditionalOnClass({ SessionFactory.class, AbstractEntityManagerFactoryBean.class })
@ConditionalOnBooleanProperty(name = "trigger-view.views.enabled", matchIfMissing = true)
@EnableConfigurationProperties(ViewsProperties.class)
@ImportRuntimeHints(ViewRuntimeHints.class)
public final class ViewEntitiesAutoConfiguration {

	private static final String SPRING_DATA = "org.springframework.data.jpa.repository.support.JpaRepositoryFactoryBean";

	private static final String DEFERRED = "spring.jpa.defer-datasource-initialization";

	/** A bean post processor sees the beans of its own context only. */
	@Bean
	@ConditionalOnMissingBean(search = SearchStrategy.CURRENT)
	static ViewEntitiesPostProcessor triggerViewEntitiesPostProcessor(ObjectProvider<ViewsProperties> properties,
			Environment environment, ConfigurableListableBeanFactory beanFactory) {
		return new ViewEntitiesPostProcessor(() -> settings(properties.getObject(), environment, beanFactory),
				parent(beanFactory));
	}

	private static @Nullable ViewEntitiesPostProcessor parent(ConfigurableListableBeanFactory beanFactory) {
		BeanFactory parent = beanFactory.getParentBeanFactory();
		return (parent != null) ? parent.getBeanProvider(ViewEntitiesPostProcessor.class).getIfAvailable() : null;
	}

	private static ViewSettings settings(ViewsProperties properties, Environment environment,
			ConfigurableListableBeanFactory beanFactory) {
		boolean springData = ClassUtils.isPresent(SPRING_DATA, beanFactory.getBeanClassLoader());
		return new ViewSettings(properties.validate(), properties.probeIdentifiers(),
				environment.getProperty(DEFERRED, Boolean.class, false),
				() -> springData ? RepositoryViews.in(beanFactory) : Map.of());
	}

}
