package dev.triggerview.liquibase;

import java.util.stream.Stream;

import liquibase.database.Database;
import liquibase.database.ObjectQuotingStrategy;
import liquibase.database.core.H2Database;
import liquibase.database.core.HsqlDatabase;
import liquibase.database.core.MariaDBDatabase;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.core.SQLiteDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

	static Stream<Database> databases() {
		return Stream.of(new PostgresDatabase(), new MariaDBDatabase(), new H2Database(), new HsqlDatabase(),
				new SQLiteDatabase());
	}

}
