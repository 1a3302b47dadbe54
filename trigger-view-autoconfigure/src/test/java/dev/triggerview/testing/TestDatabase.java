package dev.triggerview.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Every database that a test can run on. The embedded ones are always there; the others
 * are there when the build runs with {@code -Pcontainers}. A server starts at its first
 * use, once in a JVM, and stops with the JVM.
 * <p>
 * The starters are lambdas because a method reference would load what all servers need,
 * and a module that uses two databases lists only those two.
 */
public enum TestDatabase {

	POSTGRESQL(() -> EmbeddedServers.postgreSql(), false),

	MARIADB(() -> EmbeddedServers.mariaDb(), false),

	H2(() -> EmbeddedServers.h2(), false),

	HSQLDB(() -> EmbeddedServers.hsqldb(), false),

	SQLITE(() -> EmbeddedServers.sqlite(), false),

	POSTGRESQL_14(() -> ContainerServers.postgreSql14(), true),

	MARIADB_10_6(() -> ContainerServers.mariaDb106(), true),

	MYSQL(() -> ContainerServers.mySql(), true),

	SQL_SERVER(() -> ContainerServers.sqlServer(), true),

	ORACLE(() -> ContainerServers.oracle(), true),

	DB2(() -> ContainerServers.db2(), true);

	private static final String ONLY = System.getProperty("trigger-view.test.databases", "");

	private static final boolean CONTAINERS = Boolean.getBoolean("trigger-view.test.containers");

	private final Supplier<DatabaseServer> starter;

	private final boolean container;

	private DatabaseServer server;

	TestDatabase(Supplier<DatabaseServer> starter, boolean container) {
		this.starter = starter;
		this.container = container;
	}

	/**
	 * Return the databases of this build: the five embedded ones, under
	 * {@code -Pcontainers} all. The system property {@code trigger-view.test.databases}
	 * (names separated by commas) narrows them while one works on a single database.
	 */
	public static List<TestDatabase> available() {
		List<TestDatabase> all = Arrays.stream(values())
			.filter((database) -> CONTAINERS || !database.container)
			.toList();
		if (!isNarrowed()) {
			return all;
		}
		List<TestDatabase> chosen = Arrays.stream(ONLY.split("\\s*,\\s*"))
			.map((name) -> valueOf(name.toUpperCase(Locale.ROOT)))
			.toList();
		return all.stream().filter(chosen::contains).toList();
	}

	/**
	 * Return whether one works on a part of the databases, so that some tests are
	 * skipped.
	 */
	public static boolean isNarrowed() {
		return !ONLY.isBlank();
	}

	/**
	 * Return the kind that differs from this one in nothing but the age of the server.
	 */
	public TestDatabase product() {
		return switch (this) {
			case POSTGRESQL_14 -> POSTGRESQL;
			case MARIADB_10_6 -> MARIADB;
			default -> this;
		};
	}

	/** Return the name that Liquibase and the dialects have for the product. */
	public String shortName() {
		return (this == SQL_SERVER) ? "mssql" : product().name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Create a fresh, empty database (on servers without cheap databases: a schema of its
	 * own) and start the server before if nobody has. Close it to drop it.
	 */
	public FreshDatabase create() {
		return server().create(this);
	}

	private synchronized DatabaseServer server() {
		if (this.server == null) {
			this.server = this.starter.get();
		}
		return this.server;
	}

}
