package dev.triggerview.autoconfigure;

import java.sql.SQLException;

import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

@ExtendWith(OutputCaptureExtension.class)
class DatabaseConnectionFailureAnalyzerTests {

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:postgresql://localhost:1/shop", "jdbc:mariadb://localhost:1/shop" })
	void namesTheDatabaseThatCannotBeReached(String url, CapturedOutput output) {
		start(url + "?password=secret", "someone");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("The database " + url + " cannot be reached")
			.contains("Start the database, or correct host and port in spring.datasource.url.");
	}

	@Test
	void namesTheDatabaseThatRefusesTheAccount(CapturedOutput output) {
		try (FreshDatabase database = TestDatabase.POSTGRESQL.create()) {
			start(database.url(), "nobody");
			assertThat(output).contains("APPLICATION FAILED TO START")
				.contains("The database " + database.url() + " refuses the account")
				.contains("Correct spring.datasource.username");
		}
	}

	@Test
	void showsNoPassword() {
		MockEnvironment environment = new MockEnvironment().withProperty("spring.datasource.url",
				"jdbc:mysql://user:secret@host:1/shop?password=secret");
		assertThat(new DatabaseConnectionFailureAnalyzer(environment)
			.analyze(new IllegalStateException(new SQLException("no route", "08001")))
			.getDescription()).contains("jdbc:mysql://host:1/shop").doesNotContain("secret");
	}

	@Test
	void saysThatADatabaseDoesNotExist() {
		assertThat(new DatabaseConnectionFailureAnalyzer(new MockEnvironment())
			.analyze(new IllegalStateException(new SQLException("no shop", "3D000")))
			.getDescription()).isEqualTo("The database does not exist:\n\n    no shop");
	}

	@Test
	void leavesOtherFailuresToOthers() {
		assertThat(new DatabaseConnectionFailureAnalyzer(new MockEnvironment())
			.analyze(new IllegalStateException(new SQLException("syntax", "42000")))).isNull();
	}

	private static void start(String url, String username) {
		assertThatException()
			.isThrownBy(() -> new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
				.run("--spring.datasource.url=" + url, "--spring.datasource.username=" + username,
						"--spring.datasource.password=wrong"));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
