package dev.triggerview.view;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** H2 makes the rows of its catalog anew for each use; no other database does. */
class CatalogQueryTests {

	private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

	@Test
	void readsTheCatalogOfH2AsOftenForManyViewsAsForFew() throws SQLException {
		try (FreshDatabase database = TestDatabase.H2.create(); Connection connection = database.connect()) {
			long without = scanned(connection);
			createViews(database, 1, 20);
			long few = scanned(connection) - without;
			createViews(database, 21, 80);
			long many = scanned(connection) - without;
			assertThat(many).isLessThanOrEqualTo(4 * few);
		}
	}

	private static void createViews(FreshDatabase database, int first, int last) {
		for (int i = first; i <= last; i++) {
			database.execute("create table base_" + i + " (id int)",
					"create view view_" + i + " as select id from base_" + i);
		}
	}

	private static long scanned(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet plan = statement.executeQuery("explain analyze " + new CatalogQuery("h2").sql())) {
			plan.next();
			return SCANNED.matcher(plan.getString(1))
				.results()
				.map((MatchResult found) -> found.group(1))
				.mapToLong(Long::parseLong)
				.sum();
		}
	}

}
