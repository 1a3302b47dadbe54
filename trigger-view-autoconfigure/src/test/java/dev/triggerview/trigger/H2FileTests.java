package dev.triggerview.trigger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

import dev.triggerview.liquibase.Tagging;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** H2 alone reads its triggers from a file when it opens a database. */
class H2FileTests {

	private static final RelationName ITEM = RelationName.of("PUBLIC", "ITEM");

	@Test
	void aDatabaseOpensAgainAfterAReplacementThatFailed(@TempDir Path directory) throws SQLException {
		String url = "jdbc:h2:file:" + directory.resolve("shop");
		TriggerStore store = new TriggerStore(new H2Dialect(), null, null);
		try (Connection connection = DriverManager.getConnection(url)) {
			TriggerStep.of("CREATE TABLE item (id INT PRIMARY KEY)").run(connection);
			TriggerStep.of(store.create()).run(connection);
			TriggerStep.of(new H2Dialect().create(calling(Tagging.First.class.getName()))).run(connection);
			assertThatExceptionOfType(SQLException.class).isThrownBy(() -> replace(connection, store, "lacking.Log"))
				.withMessageContaining("lacking.Log");
		}
		try (Connection again = DriverManager.getConnection(url)) {
			assertThat(TriggerInventory.ofTable(again, store, ITEM).names()).containsExactly("ITEM_WRITTEN");
		}
	}

	private static void replace(Connection connection, TriggerStore store, String type) throws SQLException {
		TriggerInventory triggers = TriggerInventory.ofTable(connection, store, ITEM);
		for (TriggerStep step : triggers.replace(triggers.find(List.of("ITEM_WRITTEN"), null), calling(type))) {
			step.run(connection);
		}
	}

	private static TriggerDefinition calling(String type) {
		return TriggerDefinition.of("ITEM_WRITTEN", ITEM)
			.timing(TriggerTiming.AFTER)
			.events(TriggerEvent.INSERT)
			.action(new TriggerAction.JavaClass(type))
			.build();
	}

}
