package dev.triggerview.autoconfigure;

import dev.triggerview.testing.EachDatabase;
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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

@EachDatabase
@ExtendWith(OutputCaptureExtension.class)
class MigrationFailureAnalyzerTests {

	private final FreshDatabase database;

	MigrationFailureAnalyzerTests(FreshDatabase database) {
		this.database = database;
	}

	/** The body has a syntax error; the change set creates a table before. */
	@Test
	void namesTheTriggerAndWhatOfItsChangeSetIsDone(CapturedOutput output) {
		startFails("syntax-error");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.containsIgnoringCase("The trigger broken_item of ")
			.contains("could not be created on " + product())
			.contains("change set migration/syntax-error.yaml::broken::test")
			.contains("Correct what the changelog says about the trigger and start again.");
		if (isTransactional()) {
			assertThat(output).contains(product() + " has undone the change set: the database is as it was before it.");
			assertThatException().isThrownBy(() -> this.database.value("select count(*) from half"));
		}
		else {
			assertThat(output).contains(product() + " commits each statement. Half of the change set is done:")
				.contains("    - Table half created")
				.contains("undo what is done");
			assertThat(this.database.value("select count(*) from half")).isEqualTo("0");
		}
		assertThat(this.database.value("select count(*) from item")).isEqualTo("0");
	}

	/** Outside of a transaction, PostgreSQL undoes the function of the trigger, too. */
	@ParameterizedTest
	@ValueSource(strings = { "syntax-error-first", "missing-table-alone" })
	void saysThatNothingIsDoneAfterAFirstStatement(String changelog, CapturedOutput output) {
		startFails(changelog);
		assertThat(output).contains("the database is as it was before it.");
	}

	@Test
	void listsWhatIsWrongBeforeAnythingIsRun(CapturedOutput output) {
		startFails("invalid");
		assertThat(output).contains("The changelog cannot be run, and nothing of it was:")
			.contains("createTrigger has no attribute 'tablName'; did you mean 'tableName'?")
			.contains("migration/invalid.yaml::invalid::test")
			.contains("Correct the change sets.");
	}

	private void startFails(String changelog) {
		assertThatException()
			.isThrownBy(() -> new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
				.properties(this.database.springProperties())
				.run("--spring.liquibase.change-log=classpath:migration/" + changelog + ".yaml"));
	}

	private boolean isTransactional() {
		return this.database.is(TestDatabase.POSTGRESQL, TestDatabase.POSTGRESQL_14, TestDatabase.SQLITE,
				TestDatabase.SQL_SERVER, TestDatabase.DB2);
	}

	private String product() {
		return switch (this.database.kind()) {
			case POSTGRESQL, POSTGRESQL_14 -> "PostgreSQL";
			case MARIADB, MARIADB_10_6 -> "MariaDB";
			case H2 -> "H2";
			case HSQLDB -> "HSQLDB";
			case SQLITE -> "SQLite";
			case MYSQL -> "MySQL";
			case SQL_SERVER -> "SQL Server";
			case ORACLE -> "Oracle";
			case DB2 -> "Db2";
		};
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
