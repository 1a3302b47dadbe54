package dev.triggerview.benchmarks.views;

import java.util.TreeMap;

import javax.sql.DataSource;

import dev.triggerview.benchmarks.ForkedJvm.Outcome;
import dev.triggerview.benchmarks.ProcessFigures;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.data.repository.Repository;
import org.springframework.util.ReflectionUtils;

/** Starts the generated views and counts the queries that it takes. */
@EnableAutoConfiguration
@AutoConfigurationPackage(basePackages = "many")
class ManyViewsProgram {

	private static final QueryCounter QUERIES = new QueryCounter();

	public static void main(String[] args) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(ManyViewsProgram.class)
			.properties("spring.liquibase.enabled=false", "spring.sql.init.mode=always")
			.run()) {
			Outcome.milliseconds("ms to ready");
			ProcessFigures.tell();
			Outcome.figure("queries", QUERIES.count());
			TreeMap<String, Object> counts = new TreeMap<>();
			context.getBeansOfType(Repository.class).forEach((name, repository) -> counts.put(name, count(repository)));
			Outcome.answer(counts);
		}
	}

	private static Object count(Repository<?, ?> repository) {
		return ReflectionUtils.invokeMethod(ReflectionUtils.findMethod(repository.getClass(), "count"), repository);
	}

	@Bean
	static BeanPostProcessor queryCounting() {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof DataSource dataSource) ? QUERIES.counting(dataSource) : bean;
			}

		};
	}

}
