package dev.triggerview.liquibase;

import java.sql.Connection;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.Callable;

import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;

/** What an application without Spring does; loaded by a class loader that has none. */
public final class PlainUpdate implements Callable<String> {

	@Override
	public String call() throws Exception {
		try (Connection connection = new org.h2.Driver().connect("jdbc:h2:mem:plain", new Properties());
				Liquibase liquibase = new Liquibase("changelog/trigger/portable.xml", new ClassLoaderResourceAccessor(),
						DatabaseFactory.getInstance()
							.findCorrectDatabaseImplementation(new JdbcConnection(connection)));
				Statement statement = connection.createStatement()) {
			liquibase.update("");
			int fired = fired(statement);
			liquibase.rollback(1, "");
			return fired + " " + fired(statement) + " " + spring();
		}
	}

	private static int fired(Statement statement) throws Exception {
		statement.execute("delete from item");
		statement.execute("insert into item (id) values (1)");
		try (var result = statement.executeQuery("select count(*) from item_log")) {
			result.next();
			return result.getInt(1);
		}
	}

	private static String spring() {
		try {
			return Class.forName("org.springframework.core.SpringVersion").getName();
		}
		catch (ClassNotFoundException ex) {
			return "without Spring";
		}
	}

}
