package dev.triggerview.autoconfigure;

import javax.sql.DataSource;

import dev.triggerview.actuate.TriggersEndpoint;
import dev.triggerview.trigger.TriggerCatalog;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link TriggersEndpoint}, which
 * is there when it is exposed and the application has a {@link DataSource}.
 */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnAvailableEndpoint(TriggersEndpoint.class)
public final class TriggersEndpointAutoConfiguration {

	@Bean
	@ConditionalOnBean(DataSource.class)
	@ConditionalOnMissingBean
	TriggersEndpoint triggersEndpoint(ConfigurableListableBeanFactory beanFactory) {
		return new TriggersEndpoint(DataSourceCatalogs.of(beanFactory, TriggerCatalog::new));
	}

}
