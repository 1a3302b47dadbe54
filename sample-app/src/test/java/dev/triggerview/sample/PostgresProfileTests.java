package dev.triggerview.sample;

import java.io.IOException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The profile {@code postgres}: a server that runs already and keeps its data. */
class PostgresProfileTests {

	@Test
	void startsAgainWithTheDataOfTheFirstStart() throws IOException {
		try (EmbeddedPostgres server = EmbeddedPostgres.builder().setLocaleConfig("locale", "C.UTF-8").start()) {
			try (ConfigurableApplicationContext shop = start(server)) {
				JdbcClient jdbc = shop.getBean(JdbcClient.class);
				jdbc.sql("update products set price = 1.23 where id = 1").update();
			}
			try (ConfigurableApplicationContext shop = start(server)) {
				JdbcClient jdbc = shop.getBean(JdbcClient.class);
				assertThat(jdbc.sql("select price from products where id = 1").query(String.class).single())
					.isEqualTo("1.23");
				assertThat(jdbc.sql("select count(*) from orders").query(Integer.class).single()).isEqualTo(240);
			}
		}
	}

	private static ConfigurableApplicationContext start(EmbeddedPostgres server) {
		return SpringApplication.run(ShopApplication.class, "--spring.profiles.active=postgres", "--server.port=0",
				"--POSTGRES_URL=" + server.getJdbcUrl("postgres", "postgres"), "--POSTGRES_USER=postgres",
				"--POSTGRES_PASSWORD=");
	}

}
