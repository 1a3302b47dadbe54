package dev.triggerview.testing;

import java.util.List;
import java.util.Locale;

import dev.triggerview.testing.DatabaseServer.Address;
import org.testcontainers.containers.JdbcDatabaseContainer;
import org.testcontainers.db2.Db2Container;
import org.testcontainers.mariadb.MariaDBContainer;
import org.testcontainers.mssqlserver.MSSQLServerContainer;
import org.testcontainers.mysql.MySQLContainer;
import org.testcontainers.oracle.OracleContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The servers that need a container engine. They stop when Testcontainers' own watcher
 * sees that this JVM is gone.
 */
final class ContainerServers {

	private ContainerServers() {
	}

	static DatabaseServer postgreSql14() {
		PostgreSQLContainer server = started(new PostgreSQLContainer("postgres:14"));
		return databases(server, "jdbc:postgresql://" + server.getHost() + ":" + server.getFirstMappedPort() + "/",
				server.getUsername());
	}

	static DatabaseServer mariaDb106() {
		MariaDBContainer server = started(
				new MariaDBContainer("mariadb:10.6").withUsername("root").withPassword("test"));
		return databases(server, "jdbc:mariadb://" + server.getHost() + ":" + server.getFirstMappedPort() + "/",
				"root");
	}

	static DatabaseServer mySql() {
		MySQLContainer server = started(new MySQLContainer("mysql:8.4").withUsername("root").withPassword("test"));
		return databases(server, "jdbc:mysql://" + server.getHost() + ":" + server.getFirstMappedPort() + "/", "root");
	}

	static DatabaseServer sqlServer() {
		MSSQLServerContainer server = started(
				new MSSQLServerContainer("mcr.microsoft.com/mssql/server:2022-latest").acceptLicense());
		return databases(server, "jdbc:sqlserver://" + server.getHost() + ":" + server.getFirstMappedPort()
				+ ";encrypt=false;databaseName=", server.getUsername());
	}

	/** A user of its own, which is a schema of its own. */
	static DatabaseServer oracle() {
		OracleContainer server = started(new OracleContainer("gvenzl/oracle-free:23-slim-faststart"));
		return new DatabaseServer(new Address(server.getJdbcUrl(), "system", server.getPassword()),
				(name) -> List.of("create user " + name + " identified by test quota unlimited on users",
						"grant connect, resource, create view, create trigger, create materialized view to " + name),
				(name) -> List.of("drop user " + name + " cascade"),
				(name) -> new Address(server.getJdbcUrl(), name, "test"));
	}

	/** A schema of its own; the image's database takes minutes to create another. */
	static DatabaseServer db2() {
		Db2Container server = started(new Db2Container("icr.io/db2_community/db2:11.5.9.0").acceptLicense());
		Address administrator = new Address(server.getJdbcUrl(), server.getUsername(), server.getPassword());
		return new DatabaseServer(administrator, (name) -> List.of("create schema " + name.toUpperCase(Locale.ROOT)),
				(name) -> List.of("call sysproc.admin_drop_schema('" + name.toUpperCase(Locale.ROOT)
						+ "', null, 'TV', 'ERRORS')"),
				(name) -> new Address(server.getJdbcUrl() + ":currentSchema=" + name.toUpperCase(Locale.ROOT) + ";",
						server.getUsername(), server.getPassword()));
	}

	private static <C extends JdbcDatabaseContainer<?>> C started(C server) {
		server.start();
		return server;
	}

	private static DatabaseServer databases(JdbcDatabaseContainer<?> server, String url, String administrator) {
		return new DatabaseServer(new Address(server.getJdbcUrl(), administrator, server.getPassword()),
				(name) -> List.of("create database " + name), (name) -> List.of("drop database " + name),
				(name) -> new Address(url + name, administrator, server.getPassword()));
	}

}
