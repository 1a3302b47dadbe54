package dev.triggerview.benchmarks.events;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaAuditing;

/** What each variant adds to the application. */
final class Listeners {

	private Listeners() {
	}

	@Configuration(proxyBeanMethods = false)
	static class Callbacks {

		@Bean
		CallbackLog callbackLog(MemoryLog log) {
			return new CallbackLog(log);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableJpaAuditing
	static class Stamps {

	}

}
