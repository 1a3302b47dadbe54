package dev.triggerview.liquibase;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.stream.Stream;

import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.ObjectQuotingStrategy;
import liquibase.database.core.H2Database;
import liquibase.database.core.HsqlDatabase;
import liquibase.database.core.MariaDBDatabase;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.core.SQLiteDatabase;
import liquibase.database.jvm.JdbcConnection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TriggerNamesTests {

	@ParameterizedTest
	@MethodSource("databases")
	void keepsAQuotedNameAsItIsWritten(Database database) {
		database.setObjectQuotingStrategy(ObjectQuotingStrategy.QUOTE_ALL_OBJECTS);
		TriggerNames names = new TriggerNames(database);
		assertThat(Stream.of("`", "a``b", "\"", "a\"\"b", "[a]", "Mixed one", " a ").map(names::object))
			.containsExactly("`", "a``b", "\"", "a\"\"b", "[a]", "Mixed one", " a ");
	}

	/** Liquibase writes the name without quotes when it creates a table. */
	@ParameterizedTest
	@ValueSource(strings = { "", ";DATABASE_TO_LOWER=TRUE", ";DATABASE_TO_UPPER=FALSE",
			";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
			";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE" })
	void foldsANameAsH2Does(String settings) throws Exception {
		try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:" + settings);
				Statement statement = connection.createStatement()) {
			Database database = DatabaseFactory.getInstance()
				.findCorrectDatabaseImplementation(new JdbcConnection(connection));
			statement.execute("create table " + database.escapeTableName(null, null, "Item") + " (id int)");
			String name = new TriggerNames(database).object("Item");
			try (ResultSet tables = connection.getMetaData().getTables(null, null, name, null)) {
				assertThat(tables.next()).isTrue();
				assertThat(name).isEqualTo(tables.getString("TABLE_NAME"));
			}
		}
	}

	static Stream<Database> databases() {
		return Stream.of(new PostgresDatabase(), new MariaDBDatabase(), new H2Database(), new HsqlDatabase(),
				new SQLiteDatabase());
	}

}
