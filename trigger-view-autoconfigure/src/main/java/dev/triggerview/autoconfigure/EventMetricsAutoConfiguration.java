package dev.triggerview.autoconfigure;

import dev.triggerview.event.EventBridge;
import dev.triggerview.event.ListenerFailed;
import io.micrometer.core.instrument.MeterRegistry;
import org.hibernate.SessionFactory;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;

/** Counts the listeners that fail where nobody else hears of it. */
@AutoConfiguration(after = EventsAutoConfiguration.class,
		afterName = { "org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration",
				"org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration" })
@ConditionalOnClass({ MeterRegistry.class, SessionFactory.class })
@ConditionalOnBean({ MeterRegistry.class, EventBridge.class })
public final class EventMetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ListenerFailures triggerViewListenerFailures(MeterRegistry registry) {
		return new ListenerFailures(registry);
	}

	/** The counter {@code trigger.view.events.failures}, tagged with the listener. */
	static final class ListenerFailures {

		private final MeterRegistry registry;

		ListenerFailures(MeterRegistry registry) {
			this.registry = registry;
		}

		@EventListener
		void count(ListenerFailed failure) {
			this.registry.counter("trigger.view.events.failures", "listener", failure.listener()).increment();
		}

	}

}
