package dev.triggerview.benchmarks.events;

import java.util.List;

import javax.sql.DataSource;

import jakarta.persistence.EntityManagerFactory;

import org.springframework.boot.Banner.Mode;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.transaction.PlatformTransactionManager;

/** An application that writes accounts and hears of them in one way. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class EventsApplication {

	/** Start with fresh, empty tables. */
	static ConfigurableApplicationContext start(Bridge bridge, String... properties) {
		ConfigurableApplicationContext context = new SpringApplicationBuilder(bridge.configurations())
			.bannerMode(Mode.OFF)
			.properties("bridge=" + bridge.name(), "spring.liquibase.enabled=false",
					"spring.jpa.properties.hibernate.jdbc.batch_size=50", "spring.data.jpa.repositories.enabled=false",
					"spring.data.jdbc.repositories.enabled=false",
					"spring.autoconfigure.exclude=" + (bridge.hasLibrary() ? "" : libraryConfigurations()))
			.properties(properties)
			.run("--spring.jpa.hibernate.ddl-auto=create");
		DataSource dataSource = context.getBean(DataSource.class);
		LogTable.create(dataSource);
		if (bridge == Bridge.TRIGGER) {
			LogTable.createTrigger(dataSource);
		}
		return context;
	}

	private static String libraryConfigurations() {
		ImportCandidates all = ImportCandidates.load(AutoConfiguration.class, null);
		return String.join(",",
				all.getCandidates().stream().filter((name) -> name.startsWith("dev.triggerview.")).toList());
	}

	@Bean
	static PersistenceManagedTypes entities(Environment environment) {
		Bridge bridge = Bridge.valueOf(environment.getRequiredProperty("bridge"));
		return PersistenceManagedTypes.of(bridge.entities(), List.of());
	}

	@Bean
	MemoryLog memoryLog() {
		return new MemoryLog();
	}

	@Bean
	Accounts accounts(EntityManagerFactory entities, PlatformTransactionManager transactions) {
		return new Accounts(entities, transactions);
	}

}
