package dev.triggerview.benchmarks.views;

import javax.sql.DataSource;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.tools.jdbc.JDBCUtils;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.Banner.Mode;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.relational.core.mapping.DefaultNamingStrategy;
import org.springframework.data.relational.core.mapping.NamingStrategy;

/** An application that has every way to read the view. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class ReadingApplication {

	static ConfigurableApplicationContext start(String... properties) {
		return new SpringApplicationBuilder(ReadingApplication.class).bannerMode(Mode.OFF)
			.properties("spring.liquibase.enabled=false")
			.properties(properties)
			.run();
	}

	@Bean
	DSLContext jooq(DataSource dataSource, @Value("${spring.datasource.url}") String url) {
		System.setProperty("org.jooq.no-logo", "true");
		System.setProperty("org.jooq.no-tips", "true");
		return DSL.using(dataSource, JDBCUtils.dialect(url));
	}

	/**
	 * An explicit name would be quoted as it is, but each database folds names its way.
	 */
	@Bean
	NamingStrategy aggregateNames() {
		return new DefaultNamingStrategy() {

			@Override
			public String getTableName(Class<?> type) {
				return "order_line_view";
			}

		};
	}

}
