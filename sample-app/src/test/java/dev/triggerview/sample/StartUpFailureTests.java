package dev.triggerview.sample;

import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/** What the shop says when it cannot start. */
@ExtendWith(OutputCaptureExtension.class)
class StartUpFailureTests {

	@Test
	void namesTheDatabaseThatCannotBeReached(CapturedOutput output) {
		startFails("postgres", "--POSTGRES_URL=jdbc:postgresql://localhost:1/shop");
		assertThat(output).contains("The database jdbc:postgresql://localhost:1/shop cannot be reached:")
			.contains("Start the database, or correct host and port in spring.datasource.url.");
	}

	@Test
	void namesTheDatabaseWhoseTriggersAreNotKnown(CapturedOutput output) {
		startFails("derby", "--spring.datasource.url=jdbc:derby:memory:shop;create=true");
		assertThat(output.toString().split("APPLICATION FAILED TO START")[1])
			.containsOnlyOnce("The triggers of the database 'derby' are not supported; "
					+ "supported are db2, h2, hsqldb, mariadb, mysql, oracle, postgresql, mssql, sqlite")
			.contains("Limit the change sets by the attribute dbms to databases that support them.");
	}

	@Test
	void namesTheTriggerWhoseBodyIsWrong(CapturedOutput output) {
		startFails("default", "--spring.liquibase.change-log=classpath:broken/trigger-body.yaml");
		assertThat(output)
			.contains("The trigger wrong of public.item could not be created on PostgreSQL by the change set "
					+ "broken/trigger-body.yaml::wrong::shop:")
			.contains("PostgreSQL has undone the change set: the database is as it was before it.")
			.contains("Correct what the changelog says about the trigger and start again.");
	}

	@Test
	void namesTheViewThatDoesNotExist(CapturedOutput output) {
		startFails("h2", "--spring.datasource.url=jdbc:h2:mem:without-views",
				"--spring.liquibase.change-log=classpath:db/changelog/tables.yaml");
		assertThat(output).contains("view ACTIVE_CUSTOMERS does not exist");
	}

	private static void startFails(String profile, String... arguments) {
		String[] all = Stream
			.concat(Stream.of("--spring.profiles.active=" + profile, "--server.port=0"), Arrays.stream(arguments))
			.toArray(String[]::new);
		assertThatException().isThrownBy(() -> SpringApplication.run(ShopApplication.class, all));
	}

}
