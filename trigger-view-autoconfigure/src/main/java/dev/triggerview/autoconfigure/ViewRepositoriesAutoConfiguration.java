package dev.triggerview.autoconfigure;

import dev.triggerview.repository.ViewRepositoryPostProcessor;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.Ordered;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactoryBean;

/**
 * Makes repositories that are annotated with
 * {@link dev.triggerview.repository.ReadOnlyViewRepository} read-only, and finds those of
 * records beside other stores.
 */
// Ordered last, because it would pull the repositories' own configuration to the front:
// each condition on a bean that is evaluated after that looks at every repository.
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@AutoConfiguration(afterName = "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration")
@ConditionalOnClass(JpaRepositoryFactoryBean.class)
@Import(RecordRepositoriesRegistrar.class)
@ImportRuntimeHints(ViewRuntimeHints.class)
public final class ViewRepositoriesAutoConfiguration {

	@Bean
	static ViewRepositoryPostProcessor viewRepositoryPostProcessor() {
		return new ViewRepositoryPostProcessor();
	}

}
