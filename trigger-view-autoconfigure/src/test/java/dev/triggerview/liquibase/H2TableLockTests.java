package dev.triggerview.liquibase;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import org.h2.api.Trigger;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * How a table is locked on H2, which alone has no statement or transaction that keeps
 * writers out while a trigger is dropped and created.
 */
@EachDatabase(TestDatabase.H2)
class H2TableLockTests extends ItemWriters {

	H2TableLockTests(FreshDatabase database) {
		super(database);
	}

	/**
	 * A writer gets the lock of the table after its BEFORE triggers only, and a change of
	 * the triggers fails a writer who has one of them still to fire.
	 */
	@Test
	void everyRowHasWhatABeforeTriggerWrites() throws Exception {
		this.database
			.execute("create trigger item_seen before insert on item for each row call '" + Seen.class.getName() + "'");
		replaceUnderLoad("BEFORE", "item", REPLACEMENTS);
	}

	/** An attempt to lock the table fails as long as another transaction has it. */
	@Test
	void whatTheChangeSetHasWrittenIsNotLostWhileTheTableIsLocked() throws Exception {
		Changelog changelog = new Changelog(this.directory, this.database);
		changelog.update(create("AFTER", "item", "first"));
		changelog.add("sql: { sql: insert into item values (1) } }, { " + create("AFTER", "item", "second"));
		try (Connection other = this.database.connect(); Statement statement = other.createStatement()) {
			other.setAutoCommit(false);
			statement.executeUpdate("insert into item values (2)");
			changelog.run(during("acquire", "rollback", other::commit), (liquibase) -> liquibase.update(""));
		}
		assertThat(this.database.column("select id from item order by id")).containsExactly("1", "2");
	}

	/** They wait behind each attempt to lock the table, as long as it goes on. */
	@Test
	void noWriterFailsBehindAChangeThatWaitsForALongTransaction() throws Exception {
		Changelog changelog = changelogThatReplaces();
		AtomicInteger attempts = new AtomicInteger();
		try (Connection other = this.database.connect(); Statement statement = other.createStatement()) {
			other.setAutoCommit(false);
			statement.executeUpdate("insert into item values (0)");
			startWriters("item", 8);
			changelog.run(during("acquire", "rollback", () -> {
				if (attempts.incrementAndGet() == 3) {
					other.commit();
				}
			}), (liquibase) -> liquibase.update(""));
		}
		finally {
			stopWriters();
		}
		assertThat(rowsOfTheTrigger()).isEqualTo(this.written + 1);
	}

	/** H2 fails to list a session that ends its transaction meanwhile. */
	@Test
	void sessionsThatH2FailsToListAreListedAgain() throws Exception {
		AtomicInteger looks = new AtomicInteger();
		changelogThatReplaces().run(during("hasOnly", "createStatement", () -> {
			if (looks.incrementAndGet() < 3) {
				throw new SQLException("General error", "HY000", 50000);
			}
		}), (liquibase) -> liquibase.update(""));
		assertThat(looks).hasValueGreaterThan(2);
	}

	/** A connection that goes back to a pool would keep the others out for good. */
	@Test
	void anAttemptThatFailsLeavesTheTriggerAndKeepsNobodyOut() throws Exception {
		Changelog changelog = changelogThatReplaces();
		Connection connection = during("hasOnly", "createStatement", () -> {
			throw new SQLException("Cancelled", "57014", 57014);
		});
		changelog.run(connection, (liquibase) -> {
			assertThatException().isThrownBy(() -> liquibase.update("")).withStackTraceContaining("Cancelled");
			try (Statement statement = connection.createStatement();
					ResultSet exclusive = statement.executeQuery(
							"select setting_value from information_schema.settings where setting_name = 'EXCLUSIVE'")) {
				assertThat(exclusive.next()).isTrue();
				assertThat(exclusive.getString(1)).isEqualTo("FALSE");
			}
		});
		this.database.execute("insert into item values (1)");
		changelog.update();
		this.database.execute("insert into item values (2)");
		assertThat(this.database.column("select tag from item_log order by item_id")).containsExactly("first",
				"second");
	}

	private Changelog changelogThatReplaces() throws Exception {
		Changelog changelog = new Changelog(this.directory, this.database);
		changelog.update(create("AFTER", "item", "first"));
		changelog.add(create("AFTER", "item", "second"));
		return changelog;
	}

	/** A connection that does something more when a method of the lock calls one. */
	private Connection during(String caller, String called, SqlAction action) throws SQLException {
		Connection connection = this.database.connect();
		return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Connection.class },
				(proxy, method, arguments) -> {
					try {
						return method.invoke(connection, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
					finally {
						if (method.getName().equals(called) && isCalledBy("H2TableLock", caller)) {
							action.run();
						}
					}
				});
	}

	private static boolean isCalledBy(String type, String method) {
		return StackWalker.getInstance()
			.walk((frames) -> frames.anyMatch(
					(frame) -> frame.getClassName().endsWith("." + type) && frame.getMethodName().equals(method)));
	}

	private interface SqlAction {

		void run() throws SQLException;

	}

	/** A trigger beside the one that is replaced. */
	public static class Seen implements Trigger {

		@Override
		public void fire(Connection connection, Object[] oldRow, Object[] newRow) {
		}

	}

}
