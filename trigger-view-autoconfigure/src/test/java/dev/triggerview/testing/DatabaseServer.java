package dev.triggerview.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A running server that hands out fresh databases.
 *
 * @param administrator the address of an account that may create and drop databases, or
 * {@code null} where a database comes into being by connecting to it
 * @param create the statements that create the database of a name
 * @param drop the statements that drop it
 * @param address the address of the database of a name
 */
record DatabaseServer(Address administrator, Function<String, List<String>> create, Function<String, List<String>> drop,
		Function<String, Address> address) {

	private static final AtomicInteger COUNTER = new AtomicInteger();

	static {
		// The JVM looks for drivers once: not in a class loader that a test has in place.
		DriverManager.getDrivers();
	}

	/** A server in this JVM, whose databases need no statement to be created. */
	static DatabaseServer inProcess(UnaryOperator<String> url, String username,
			Function<String, List<String>> statementsInDatabaseToDrop) {
		return new DatabaseServer(null, (name) -> List.of(), statementsInDatabaseToDrop,
				(name) -> new Address(url.apply(name), username, ""));
	}

	FreshDatabase create(TestDatabase kind) {
		String name = "tv_" + ProcessHandle.current().pid() + "_" + COUNTER.incrementAndGet();
		run(this.administrator, this.create.apply(name));
		Address own = this.address.apply(name);
		return new FreshDatabase(kind, own,
				() -> run((this.administrator != null) ? this.administrator : own, this.drop.apply(name)));
	}

	private static void run(Address address, List<String> statements) {
		if (statements.isEmpty()) {
			return;
		}
		try (Connection connection = address.connect(); Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Could not run " + statements + " at " + address.url(), ex);
		}
	}

	/** Where a database is and who may enter. */
	record Address(String url, String username, String password) {

		Connection connect() throws SQLException {
			return DriverManager.getConnection(this.url, this.username, this.password);
		}

	}

}
