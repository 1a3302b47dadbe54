package dev.triggerview.liquibase;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import dev.triggerview.testing.EachDatabase;
import dev.triggerview.testing.FreshDatabase;
import dev.triggerview.testing.TestDatabase;
import liquibase.Liquibase;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;
import org.h2.api.Trigger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assumptions.assumeThat;

/** Writers never see the table without its trigger, nor with two of them. */
@EachDatabase
class ReplaceUnderLoadTests {

	/** 200 take four minutes on the five databases. */
	private static final int REPLACEMENTS = Integer.getInteger("trigger-view.test.replacements", 25);

	@TempDir
	private Path directory;

	private final FreshDatabase database;

	private final AtomicBoolean done = new AtomicBoolean();

	private final AtomicInteger ids = new AtomicInteger();

	/** A permit for each row that was written. */
	private final Semaphore rows = new Semaphore(0);

	ReplaceUnderLoadTests(FreshDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void createTables() {
		this.database.execute("create table item (id int primary key)",
				"create table item_log (item_id int, tag varchar(20))",
				"create index item_log_item on item_log (item_id)");
	}

	@AfterEach
	void empty() throws Exception {
		new Changelog(this.directory, this.database).run(Liquibase::dropAll);
	}

	@Test
	void everyRowHasWhatTheTriggerWrites() throws Exception {
		replaceUnderLoad("AFTER", "item", REPLACEMENTS);
	}

	@Test
	void everyRowHasWhatATriggerWritesThatIsRenamed() throws Exception {
		Changelog changelog = new Changelog(this.directory, this.database);
		changelog.update(create("AFTER", "item", "first"));
		for (int i = 0; i < REPLACEMENTS / 3; i++) {
			changelog.add("renameTrigger: { tableName: item, oldTriggerName: %s, newTriggerName: %s }"
				.formatted((i % 2 == 0) ? "item_written" : "other", (i % 2 == 0) ? "other" : "item_written"));
		}
		updateUnderLoad(changelog, "item", REPLACEMENTS / 3);
	}

	/**
	 * There, a writer gets the lock of the table after its BEFORE triggers only, and a
	 * change of the triggers fails a writer who has one of them still to fire.
	 */
	@Test
	void everyRowHasWhatABeforeTriggerWritesOnH2() throws Exception {
		if (this.database.is(TestDatabase.H2)) {
			this.database.execute(
					"create trigger item_seen before insert on item for each row call '" + Seen.class.getName() + "'");
			replaceUnderLoad("BEFORE", "item", REPLACEMENTS);
		}
	}

	/** MariaDB has no triggers on views, and HSQLDB a gap that its limits tell of. */
	@Test
	void everyRowHasWhatATriggerOfAViewWrites() throws Exception {
		assumeThat(this.database.is(TestDatabase.MARIADB) || this.database.is(TestDatabase.HSQLDB)).isFalse();
		this.database.execute("create view items as select id from item");
		replaceUnderLoad("INSTEAD OF", "items", REPLACEMENTS / 3);
	}

	/** An attempt to lock the table fails as long as another transaction has it. */
	@Test
	void whatTheChangeSetHasWrittenIsNotLostWhileTheTableIsLockedOnH2() throws Exception {
		if (!this.database.is(TestDatabase.H2)) {
			return;
		}
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
	void noWriterFailsBehindAChangeThatWaitsForALongTransactionOnH2() throws Exception {
		if (!this.database.is(TestDatabase.H2)) {
			return;
		}
		Changelog changelog = new Changelog(this.directory, this.database);
		changelog.update(create("AFTER", "item", "first"));
		changelog.add(create("AFTER", "item", "second"));
		AtomicInteger attempts = new AtomicInteger();
		ExecutorService writers = Executors.newFixedThreadPool(8);
		List<Future<Integer>> written = new ArrayList<>();
		try (Connection other = this.database.connect(); Statement statement = other.createStatement()) {
			other.setAutoCommit(false);
			statement.executeUpdate("insert into item values (0)");
			Stream.generate(() -> writers.submit(() -> write("item"))).limit(8).forEach(written::add);
			changelog.run(during("acquire", "rollback", () -> {
				if (attempts.incrementAndGet() == 3) {
					other.commit();
				}
			}), (liquibase) -> liquibase.update(""));
		}
		finally {
			this.done.set(true);
			writers.shutdown();
		}
		int all = 1;
		for (Future<Integer> rows : written) {
			all += rows.get();
		}
		assertThat(this.database.value("select count(distinct item_id) from item_log")).isEqualTo(String.valueOf(all));
	}

	/** H2 fails to list a session that ends its transaction meanwhile. */
	@Test
	void sessionsThatH2FailsToListAreListedAgain() throws Exception {
		if (!this.database.is(TestDatabase.H2)) {
			return;
		}
		Changelog changelog = new Changelog(this.directory, this.database);
		changelog.update(create("AFTER", "item", "first"));
		changelog.add(create("AFTER", "item", "second"));
		AtomicInteger looks = new AtomicInteger();
		changelog.run(during("hasOnly", "createStatement", () -> {
			if (looks.incrementAndGet() < 3) {
				throw new SQLException("General error", "HY000", 50000);
			}
		}), (liquibase) -> liquibase.update(""));
		assertThat(looks).hasValueGreaterThan(2);
	}

	/** A connection that goes back to a pool would keep the others out for good. */
	@Test
	void anAttemptThatFailsLeavesTheTriggerAndKeepsNobodyOutOnH2() throws Exception {
		if (!this.database.is(TestDatabase.H2)) {
			return;
		}
		Changelog changelog = new Changelog(this.directory, this.database);
		changelog.update(create("AFTER", "item", "first"));
		changelog.add(create("AFTER", "item", "second"));
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

	private void replaceUnderLoad(String timing, String relation, int replacements) throws Exception {
		Changelog changelog = new Changelog(this.directory, this.database);
		changelog.update(create(timing, relation, "first"));
		for (int i = 0; i < replacements; i++) {
			changelog.add(create(timing, relation, (i % 2 == 0) ? "second" : "first"));
		}
		updateUnderLoad(changelog, relation, replacements);
		assertThat(this.database.column("select distinct tag from item_log")).containsExactlyInAnyOrder("first",
				"second");
	}

	private void updateUnderLoad(Changelog changelog, String relation, int changes) throws Exception {
		ExecutorService writers = Executors.newFixedThreadPool(2);
		List<Future<Integer>> written = Stream.generate(() -> writers.submit(() -> write(relation))).limit(2).toList();
		try {
			Connection connection = connectionOfChanges();
			changelog.run(connection, (liquibase) -> {
				liquibase.setChangeExecListener(new AbstractChangeExecListener() {
					@Override
					public void willRun(ChangeSet changeSet, DatabaseChangeLog changeLog, Database database,
							ChangeSet.RunStatus status) {
						betweenTransactions(connection, ReplaceUnderLoadTests.this::awaitRows);
					}
				});
				liquibase.update("");
			});
		}
		finally {
			this.done.set(true);
			writers.shutdown();
		}
		int all = 0;
		for (Future<Integer> rows : written) {
			all += rows.get();
		}
		assertThat(all).isGreaterThan(changes);
		assertThat(this.database.value("select count(distinct item_id) from item_log")).isEqualTo(String.valueOf(all));
		assertThat(this.database.column("select item_id from item_log group by item_id having count(*) > 1")).isEmpty();
	}

	/**
	 * On SQLite, Liquibase reads before it writes its own tables, which fails when others
	 * write without pause, unless its transactions begin with the lock.
	 */
	private Connection connectionOfChanges() throws SQLException {
		return this.database.is(TestDatabase.SQLITE)
				? DriverManager.getConnection(this.database.url() + "&transaction_mode=IMMEDIATE")
				: this.database.connect();
	}

	/** The driver of SQLite begins the next transaction, with its lock, as it commits. */
	private static void betweenTransactions(Connection connection, Runnable action) {
		try {
			connection.setAutoCommit(true);
			action.run();
			connection.setAutoCommit(false);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Each definition gets rows of its own, however rarely a writer gets its turn. */
	private void awaitRows() {
		this.rows.drainPermits();
		try {
			assertThat(this.rows.tryAcquire(3, 20, TimeUnit.SECONDS) || this.rows.tryAcquire(5, TimeUnit.MINUTES))
				.as("rows")
				.isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private int write(String relation) throws SQLException {
		int rows = 0;
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			while (!this.done.get()) {
				statement.executeUpdate("insert into " + relation + " values (" + this.ids.incrementAndGet() + ")");
				rows++;
				this.rows.release();
			}
		}
		return rows;
	}

	private static String create(String timing, String relation, String tag) {
		return """
				createTrigger: { triggerName: item_written, tableName: %s, timing: %s, events: INSERT,
				  replaceIfExists: true, body: "INSERT INTO item_log (item_id, tag) VALUES (NEW.id, '%s')",
				  variants: [ { variant: { dbms: h2, javaClass: '%s$%s' } } ] }"""
			.formatted(relation, timing, tag, ReplaceUnderLoadTests.class.getName(),
					tag.equals("first") ? "First" : "Second")
			.replace("\n", " ");
	}

	private interface SqlAction {

		void run() throws SQLException;

	}

	/**
	 * What the other databases do in SQL. H2 shows a session as idle whose trigger has
	 * run a statement and goes on.
	 */
	public static class First implements Trigger {

		/** Two milliseconds in which a trigger does something else. */
		private static final long WORK = 2_000_000;

		@Override
		public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
			try (Statement statement = connection.createStatement()) {
				statement.execute("select count(*) from item");
				LockSupport.parkNanos(WORK);
				statement.executeUpdate("insert into item_log (item_id, tag) values (" + newRow[0] + ", '"
						+ getClass().getSimpleName().toLowerCase(Locale.ROOT) + "')");
				LockSupport.parkNanos(WORK);
			}
		}

	}

	/** A trigger beside the one that is replaced. */
	public static class Seen implements Trigger {

		@Override
		public void fire(Connection connection, Object[] oldRow, Object[] newRow) {
		}

	}

	/** Writes another tag. */
	public static class Second extends First {

	}

}
