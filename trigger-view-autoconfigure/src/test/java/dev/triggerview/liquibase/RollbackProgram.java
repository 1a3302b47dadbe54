package dev.triggerview.liquibase;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;

import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;

/**
 * Rolls back change sets: URL, user, password, directory of the changelog, and how many.
 */
public final class RollbackProgram {

	private RollbackProgram() {
	}

	public static void main(String[] arguments) throws Exception {
		try (Connection connection = DriverManager.getConnection(arguments[0], arguments[1], arguments[2]);
				Liquibase liquibase = new Liquibase("changelog.yaml",
						new DirectoryResourceAccessor(Path.of(arguments[3])), DatabaseFactory.getInstance()
							.findCorrectDatabaseImplementation(new JdbcConnection(connection)))) {
			liquibase.rollback(Integer.parseInt(arguments[4]), "");
		}
	}

}
