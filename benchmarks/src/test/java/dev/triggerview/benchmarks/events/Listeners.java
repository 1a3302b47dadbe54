package dev.triggerview.benchmarks.events;

import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
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
	@Import(RowListener.class)
	static class Row {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(TenRowListeners.class)
	static class TenRows {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(ConditionListener.class)
	static class Condition {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(StatementListener.class)
	static class Statement {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(CommitListener.class)
	static class AfterCommit {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(SpringCommitListener.class)
	static class SpringAfterCommit {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(ChangingListener.class)
	static class Changing {

	}

	static class TenRowListeners implements BeanRegistrar {

		@Override
		public void register(BeanRegistry registry, Environment environment) {
			for (int number = 1; number <= 10; number++) {
				registry.registerBean("rowListener" + number, RowListener.class);
			}
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableJpaAuditing
	static class Stamps {

	}

}
