package dev.triggerview.sample.database;

import java.io.IOException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** PostgreSQL 18, where nobody asked for another database. */
@Configuration(proxyBeanMethods = false)
@Profile("default")
class EmbeddedPostgresConfiguration {

	@Bean
	EmbeddedPostgres postgres() throws IOException {
		return EmbeddedPostgres.builder()
			.setOverrideWorkingDirectory(UserDirectory.forBinaries("postgres").toFile())
			.setLocaleConfig("locale", "C.UTF-8")
			.setLocaleConfig("encoding", "UTF8")
			.start();
	}

	@Bean
	JdbcConnectionDetails postgresConnectionDetails(EmbeddedPostgres postgres) {
		return new EmbeddedConnectionDetails(postgres.getJdbcUrl("postgres", "postgres"), "postgres");
	}

}
