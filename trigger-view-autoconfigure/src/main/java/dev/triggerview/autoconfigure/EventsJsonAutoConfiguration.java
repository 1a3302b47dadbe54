package dev.triggerview.autoconfigure;

import dev.triggerview.event.EventBridge;
import dev.triggerview.event.EventsJsonModule;
import org.hibernate.SessionFactory;
import tools.jackson.databind.JacksonModule;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Gives events a JSON form, so that a registry can keep them until they are handled. */
@AutoConfiguration(after = EventsAutoConfiguration.class)
@ConditionalOnClass({ JacksonModule.class, SessionFactory.class })
@ConditionalOnBean(EventBridge.class)
public final class EventsJsonAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	EventsJsonModule triggerViewEventsJsonModule(EventBridge bridge) {
		return new EventsJsonModule(bridge);
	}

}
