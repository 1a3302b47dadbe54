package dev.triggerview.liquibase;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
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
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A table that others write without pause, with a trigger that tells of their rows. */
abstract class ItemWriters {

	/** 200 take four minutes on the five databases. */
	static final int REPLACEMENTS = Integer.getInteger("trigger-view.test.replacements", 25);

	final FreshDatabase database;

	@TempDir
	Path directory;

	private final AtomicBoolean done = new AtomicBoolean();

	private final AtomicInteger ids = new AtomicInteger();

	private final List<Future<Integer>> writers = new ArrayList<>();

	private ExecutorService threads;

	int written;

	/** A permit for each row that was written. */
	private final Semaphore rows = new Semaphore(0);

	ItemWriters(FreshDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void createTables() {
		this.database.execute("create table item (id int not null primary key)",
				"create table item_log (item_id int, tag varchar(20))",
				"create index item_log_item on item_log (item_id)");
	}

	@AfterEach
	void empty() throws Exception {
		new Changelog(this.directory, this.database).run(Liquibase::dropAll);
	}

	/** Replace a trigger again and again, while others write. */
	void replaceUnderLoad(String timing, String relation, int replacements) throws Exception {
		Changelog changelog = new Changelog(this.directory, this.database);
		changelog.update(create(timing, relation, "first"));
		for (int i = 0; i < replacements; i++) {
			changelog.add(create(timing, relation, (i % 2 == 0) ? "second" : "first"));
		}
		updateUnderLoad(changelog, relation, replacements);
		assertThat(this.database.column("select distinct tag from item_log")).containsExactlyInAnyOrder("first",
				"second");
	}

	void updateUnderLoad(Changelog changelog, String relation, int changes) throws Exception {
		Connection connection = connectionOfChanges();
		startWriters(relation, 2);
		try {
			changelog.run(connection, (liquibase) -> {
				liquibase.setChangeExecListener(new AbstractChangeExecListener() {
					@Override
					public void willRun(ChangeSet changeSet, DatabaseChangeLog changeLog, Database database,
							ChangeSet.RunStatus status) {
						betweenTransactions(connection, ItemWriters.this::awaitRows);
					}
				});
				liquibase.update("");
			});
		}
		finally {
			stopWriters();
		}
		assertThat(this.written).isGreaterThan(changes);
		assertThat(rowsOfTheTrigger()).isEqualTo(this.written);
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

	/** Let threads insert rows without pause, each in a transaction of its own. */
	void startWriters(String relation, int number) {
		this.threads = Executors.newFixedThreadPool(number);
		Stream.generate(() -> this.threads.submit(() -> write(relation))).limit(number).forEach(this.writers::add);
	}

	/** Stop the threads, and count what they have written unless one has failed. */
	void stopWriters() throws Exception {
		this.done.set(true);
		this.threads.shutdown();
		for (Future<Integer> writer : this.writers) {
			this.written += writer.get();
		}
	}

	int rowsOfTheTrigger() {
		return Integer.parseInt(this.database.value("select count(distinct item_id) from item_log"));
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

	static String create(String timing, String relation, String tag) {
		return """
				createTrigger: { triggerName: item_written, tableName: %s, timing: %s, events: INSERT,
				  replaceIfExists: true, body: "INSERT INTO item_log (item_id, tag) VALUES (NEW.id, '%s')",
				  variants: [ { variant: { dbms: h2, javaClass: '%s$%s' } } ] }"""
			.formatted(relation, timing, tag, ItemWriters.class.getName(), tag.equals("first") ? "First" : "Second")
			.replace("\n", " ");
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

	/** Writes another tag. */
	public static class Second extends First {

	}

}
