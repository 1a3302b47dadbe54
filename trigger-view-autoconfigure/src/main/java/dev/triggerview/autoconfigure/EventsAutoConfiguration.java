package dev.triggerview.autoconfigure;

import dev.triggerview.event.EntityEvents;
import dev.triggerview.event.EventBridge;
import dev.triggerview.event.EventSettings;
import dev.triggerview.event.ListenerMethodFactory;
import org.hibernate.SessionFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;

/**
 * Tells Spring's event listeners of the rows that Hibernate writes. Each context of a
 * hierarchy has its own beans: those of a parent process no bean of a child.
 */
@AutoConfiguration(beforeName = "org.springframework.modulith.events.config.EventPublicationAutoConfiguration")
@ConditionalOnClass({ SessionFactory.class, AbstractEntityManagerFactoryBean.class })
@ConditionalOnBooleanProperty(name = "trigger-view.events.enabled", matchIfMissing = true)
@EnableConfigurationProperties(EventsProperties.class)
public final class EventsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(search = SearchStrategy.CURRENT)
	static ListenerMethodFactory triggerViewListenerMethodFactory() {
		return new ListenerMethodFactory();
	}

	@Bean
	@ConditionalOnMissingBean(search = SearchStrategy.CURRENT)
	static EventBridge triggerViewEventBridge(ApplicationContext context, ListenerMethodFactory methods,
			ObjectProvider<EventsProperties> properties) {
		return new EventBridge(context, methods, () -> settings(properties.getObject()));
	}

	@Bean
	@ConditionalOnMissingBean(search = SearchStrategy.CURRENT)
	EntityEvents triggerViewEntityEvents(EventBridge bridge) {
		return new EntityEvents(bridge);
	}

	private static EventSettings settings(EventsProperties properties) {
		return new EventSettings(properties.limit(), properties.bulk(), properties.bulkIds());
	}

}
