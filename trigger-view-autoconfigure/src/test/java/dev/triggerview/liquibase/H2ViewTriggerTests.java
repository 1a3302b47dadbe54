package dev.triggerview.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import org.h2.api.Trigger;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Only on H2 a statement on a view goes on while its triggers change. */
@EachDatabase(TestDatabase.H2)
class H2ViewTriggerTests extends ItemTriggers {

	private static final List<String> WRITTEN = new CopyOnWriteArrayList<>();

	private static CountDownLatch begun;

	private static CountDownLatch replacing;

	private static CountDownLatch ended;

	H2ViewTriggerTests(FreshDatabase database) {
		super(database);
	}

	/** The trigger works on for so long without a statement that it seems to be idle. */
	@Test
	void aStatementThatHasBegunFindsATriggerInEachMoment() throws Exception {
		WRITTEN.clear();
		begun = new CountDownLatch(1);
		replacing = new CountDownLatch(1);
		ended = new CountDownLatch(1);
		this.changelog.update("createView: { viewName: items, selectQuery: select id from item }");
		this.changelog.update(create("Slow"));
		ExecutorService writers = Executors.newSingleThreadExecutor();
		try {
			Future<?> written = writers.submit(this::writeTwoRows);
			H2ViewTriggerTests.await(begun);
			this.changelog.update(create("Fast"));
			written.get();
		}
		finally {
			writers.shutdown();
		}
		assertThat(WRITTEN).containsExactly("Slow 1", "Fast 2");
	}

	private Void writeTwoRows() throws SQLException {
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			statement.executeUpdate("insert into items values (1), (2)");
			return null;
		}
		finally {
			ended.countDown();
		}
	}

	private static String create(String type) {
		return """
				createTrigger: { triggerName: items_written, tableName: items, timing: INSTEAD OF, events: INSERT,
				  replaceIfExists: true, javaClass: '%s$%s' }""".formatted(H2ViewTriggerTests.class.getName(), type)
			.replace("\n", " ");
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(2, TimeUnit.MINUTES)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Goes on with the second row when the trigger that follows it is created. */
	public static class Slow implements Trigger {

		@Override
		public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
			try (Statement statement = connection.createStatement()) {
				statement.execute("select 1");
			}
			begun.countDown();
			H2ViewTriggerTests.await(replacing);
			WRITTEN.add("Slow " + newRow[0]);
		}

	}

	/** Is not there before the second row is written. */
	public static class Fast implements Trigger {

		@Override
		public void init(Connection connection, String schema, String trigger, String table, boolean before, int type) {
			if (trigger.equals("ITEMS_WRITTEN")) {
				replacing.countDown();
				H2ViewTriggerTests.await(ended);
			}
		}

		@Override
		public void fire(Connection connection, Object[] oldRow, Object[] newRow) {
			WRITTEN.add("Fast " + newRow[0]);
		}

	}

}
