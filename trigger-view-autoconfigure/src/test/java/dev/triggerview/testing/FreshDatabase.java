package dev.triggerview.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;

/**
 * A database that holds nothing but what the test puts into it. Closing it drops it, with
 * all that is in it.
 */
public final class FreshDatabase implements AutoCloseable {

	private final TestDatabase kind;

	private final DatabaseServer.Address address;

	private final Runnable drop;

	private HikariDataSource dataSource;

	FreshDatabase(TestDatabase kind, DatabaseServer.Address address, Runnable drop) {
		this.kind = kind;
		this.address = address;
		this.drop = drop;
	}

	public TestDatabase kind() {
		return this.kind;
	}

	public String url() {
		return this.address.url();
	}

	public String username() {
		return this.address.username();
	}

	public String password() {
		return this.address.password();
	}

	/**
	 * Return whether this is one of the given kinds; an older server is what the newest
	 * one of its product is, and itself.
	 */
	public boolean is(TestDatabase... kinds) {
		return Arrays.stream(kinds).anyMatch((other) -> other == this.kind || other == this.kind.product());
	}

	/** Return the properties that point a Spring Boot application to this database. */
	public String[] springProperties() {
		return new String[] { "spring.datasource.url=" + url(), "spring.datasource.username=" + username(),
				"spring.datasource.password=" + password(), "spring.datasource.hikari.minimum-idle=0",
				"spring.jpa.hibernate.ddl-auto=none" };
	}

	/** Return {@link #springProperties()} followed by others. */
	public String[] springPropertiesAnd(String... more) {
		return Stream.concat(Arrays.stream(springProperties()), Arrays.stream(more)).toArray(String[]::new);
	}

	/** Open a connection of its own; the caller closes it. */
	public Connection connect() throws SQLException {
		return this.address.connect();
	}

	/** Return a pool, the same at each call, that is closed with the database. */
	public synchronized DataSource dataSource() {
		if (this.dataSource == null) {
			this.dataSource = new HikariDataSource();
			this.dataSource.setJdbcUrl(url());
			this.dataSource.setUsername(username());
			this.dataSource.setPassword(password());
			this.dataSource.setMinimumIdle(0);
		}
		return this.dataSource;
	}

	/** Run statements, one after the other, each committed by itself. */
	public void execute(String... statements) {
		try (Connection connection = connect(); Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(this.kind + ": " + ex.getMessage(), ex);
		}
	}

	/** Return the first column of each row, as text, null as null. */
	public List<String> column(String query) {
		return rows(query).stream().map((row) -> row.get(0)).toList();
	}

	/** Return the first column of the only row, as text. */
	public String value(String query) {
		List<List<String>> rows = rows(query);
		if (rows.size() != 1) {
			throw new IllegalStateException(this.kind + ": " + rows.size() + " rows instead of one from " + query);
		}
		return rows.get(0).get(0);
	}

	/** Return each row as a list of texts, null as null. */
	public List<List<String>> rows(String query) {
		try (Connection connection = connect();
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery(query)) {
			List<List<String>> rows = new ArrayList<>();
			while (result.next()) {
				List<String> row = new ArrayList<>();
				for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
					row.add(result.getString(column));
				}
				rows.add(row);
			}
			return rows;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(this.kind + ": " + ex.getMessage() + ": " + query, ex);
		}
	}

	@Override
	public synchronized void close() {
		if (this.dataSource != null) {
			this.dataSource.close();
		}
		this.drop.run();
	}

	@Override
	public String toString() {
		return this.kind.name();
	}

}
