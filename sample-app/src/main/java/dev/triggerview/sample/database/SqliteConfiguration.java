package dev.triggerview.sample.database;

import java.io.IOException;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** A new SQLite file, from the profile {@code sqlite}. */
@Configuration(proxyBeanMethods = false)
@Profile("sqlite")
class SqliteConfiguration {

	@Bean
	DataDirectory sqliteDirectory() throws IOException {
		return UserDirectory.forData("sqlite");
	}

	@Bean
	JdbcConnectionDetails sqliteConnectionDetails(DataDirectory directory) {
		return new EmbeddedConnectionDetails("jdbc:sqlite:" + directory.path().resolve("shop.db")
				+ "?foreign_keys=on&journal_mode=WAL&busy_timeout=10000&date_class=TEXT", "");
	}

}
